package io.chatty.domain.auth;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Driven port: the sessions, kept durably. Thread-safe. What a call has stored, every later call sees.
 *
 * <p>Every method may throw {@code TEMPORARILY_UNAVAILABLE}.
 */
public interface SessionRepository {

    /**
     * Stores a new session. If its user then has more than {@link Session#MAX_PER_USER} sessions that are neither
     * revoked nor expired, the oldest are revoked at the creation time of the new one. Sessions of its user that ended more
     * than {@link Session#REVOCATION_MEMORY} before may be forgotten.
     *
     * @return the sessions that were revoked, as they were before
     */
    List<Session> add(Session session);

    /** Finds a session by its token's hash, also an expired or revoked one. */
    Optional<Session> findByTokenHash(TokenHash tokenHash);

    Optional<Session> findById(SessionId id);

    /** Those of some sessions that were revoked. */
    Set<SessionId> findRevoked(Collection<SessionId> ids);

    /** The sessions of a user that are neither revoked nor expired, newest first. */
    List<Session> findLive(UserId userId, Instant now);

    /**
     * Stores {@code lastSeenAt} and {@code expiresAt} of the session, if the first is later and the second not earlier
     * than what is stored. (At its greatest age a session is used without its end moving.)
     */
    void touch(Session session);

    /**
     * Ends a session.
     *
     * @return whether this call ended it; false for one that is unknown or was revoked before
     */
    boolean revoke(SessionId id, Instant now);

    /**
     * Ends all sessions of a user that are neither revoked nor expired.
     *
     * @param except one that goes on, or null
     * @return those that this call ended, as they were before
     */
    List<Session> revokeAll(UserId userId, @Nullable SessionId except, Instant now);
}
