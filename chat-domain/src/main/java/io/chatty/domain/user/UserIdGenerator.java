package io.chatty.domain.user;

/** Driven port: makes ids of new users. Thread-safe. */
public interface UserIdGenerator {

    /** An id with at least 128 random bits from a source that cannot be predicted; never the same one twice. */
    UserId next();
}
