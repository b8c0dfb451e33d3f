package io.chatty.application.auth;

import io.chatty.domain.auth.SessionId;
import java.util.Collection;
import java.util.Set;

/** Which sessions were ended, also by another process that could not tell of it. Thread-safe. */
public interface FindRevokedSessionsUseCase {

    /**
     * Those of some sessions that were revoked, in one question to the store for every thousand.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the store does not answer
     */
    Set<SessionId> find(Collection<SessionId> sessions);
}
