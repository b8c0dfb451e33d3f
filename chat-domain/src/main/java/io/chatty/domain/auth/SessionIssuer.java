package io.chatty.domain.auth;

/** Driven port: makes ids and tokens of new sessions. Thread-safe. */
public interface SessionIssuer {

    /** An id and a token of 256 bits from a source that cannot be predicted; never the same ones twice. */
    IssuedSession issue();
}
