package io.chatty.domain.auth;

import io.chatty.domain.user.UserId;
import java.time.Instant;

/** A session was ended by its owner, or made room for a newer one. */
public record SessionRevoked(SessionId sessionId, UserId userId, Instant at) implements SessionEvent {}
