package io.chatty.application.auth;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.user.UserId;

/** Looks at one session of one's own. Thread-safe. */
public interface GetSessionUseCase {

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} for one that is over or somebody else's */
    Session get(UserId me, SessionId session);
}
