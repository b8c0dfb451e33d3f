package io.chatty.application.auth;

import io.chatty.domain.auth.Session;

/** Ends a session. Thread-safe. */
public interface LogOutUseCase {

    /** The session is over when this returns, and its connections are being closed. Twice changes nothing. */
    void logOut(Session session);
}
