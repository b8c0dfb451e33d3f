package io.chatty.application.auth;

import io.chatty.domain.auth.Session;

/** Signs a person out everywhere else. Thread-safe. */
public interface EndOtherSessionsUseCase {

    /** All other sessions of the same person are over when this returns, and their connections are being closed. */
    void endOthers(Session current);
}
