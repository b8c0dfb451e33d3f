package io.chatty.domain.auth;

/** Driven port: makes passwords that an operator hands to somebody. Thread-safe. */
public interface OneTimePasswordGenerator {

    /** A password of at least 80 random bits from a source that cannot be predicted, in characters that are easy to tell apart. */
    Password next();
}
