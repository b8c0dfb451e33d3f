package io.chatty.domain.auth;

/** Driven port: the passwords that many people use and every attacker tries first. Thread-safe. */
public interface CommonPasswordRegistry {

    /** Whether the password is one of at least 3,000 common ones, compared without case. */
    boolean contains(Password password);
}
