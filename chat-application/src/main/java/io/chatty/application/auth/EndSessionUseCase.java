package io.chatty.application.auth;

import io.chatty.domain.auth.SessionId;
import io.chatty.domain.user.UserId;

/** Ends a session of one's own. Thread-safe. */
public interface EndSessionUseCase {

    /**
     * The session is over when this returns, and its connections are being closed. Twice changes nothing.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} for one that is unknown or somebody else's
     */
    void end(UserId me, SessionId session);
}
