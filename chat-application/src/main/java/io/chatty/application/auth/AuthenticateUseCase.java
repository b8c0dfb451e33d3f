package io.chatty.application.auth;

import io.chatty.domain.auth.SessionToken;

/** Recognises a person by the token of a session. Asked for every request and every connection. Thread-safe. */
public interface AuthenticateUseCase {

    /**
     * The session of the token. Use is noted at most once an hour, and lets the session slide.
     *
     * @throws io.chatty.domain.ChatException {@code AUTHENTICATION_REQUIRED} for a token never given out,
     *     {@code SESSION_EXPIRED}, {@code SESSION_REVOKED}
     */
    Authenticated authenticate(SessionToken token);
}
