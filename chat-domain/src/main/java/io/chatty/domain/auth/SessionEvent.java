package io.chatty.domain.auth;

import io.chatty.domain.user.UserId;
import java.time.Instant;

/** Something happened to a session that those who hold its connections must know. */
public sealed interface SessionEvent permits SessionRevoked {

    SessionId sessionId();

    UserId userId();

    Instant at();
}
