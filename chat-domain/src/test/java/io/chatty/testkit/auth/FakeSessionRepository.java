package io.chatty.testkit.auth;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.TokenHash;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions in memory. */
public final class FakeSessionRepository implements SessionRepository {

    private final Map<SessionId, Session> sessions = new LinkedHashMap<>();

    @Override
    public synchronized List<Session> add(Session session) {
        List<Session> live = sessions.values().stream()
                .filter(other -> other.userId().equals(session.userId()))
                .filter(other ->
                        other.revokedAt() == null && session.createdAt().isBefore(other.expiresAt()))
                .sorted(Comparator.comparing(Session::createdAt))
                .toList();
        List<Session> surplus = live.subList(0, Math.max(0, live.size() + 1 - Session.MAX_PER_USER));
        surplus.forEach(oldest -> revoke(oldest.id(), session.createdAt()));
        sessions.put(session.id(), session);
        return surplus;
    }

    @Override
    public synchronized Optional<Session> findByTokenHash(TokenHash tokenHash) {
        return sessions.values().stream()
                .filter(session -> session.tokenHash().equals(tokenHash))
                .findFirst();
    }

    @Override
    public synchronized Optional<Session> findById(SessionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public synchronized Set<SessionId> findRevoked(Collection<SessionId> ids) {
        return sessions.values().stream()
                .filter(session -> session.revokedAt() != null)
                .map(Session::id)
                .filter(ids::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<Session> findLive(UserId userId, Instant now) {
        return sessions.values().stream()
                .filter(session -> session.userId().equals(userId) && session.isLive(now))
                .sorted(Comparator.comparing(Session::createdAt)
                        .thenComparing(session -> session.id().value())
                        .reversed())
                .toList();
    }

    @Override
    public synchronized List<Session> revokeAll(UserId userId, @Nullable SessionId except, Instant now) {
        List<Session> ended = findLive(userId, now).stream()
                .filter(session -> !session.id().equals(except))
                .toList();
        ended.forEach(session -> revoke(session.id(), now));
        return ended;
    }

    @Override
    public synchronized void touch(Session session) {
        sessions.computeIfPresent(
                session.id(),
                (id, stored) -> session.lastSeenAt().isAfter(stored.lastSeenAt())
                                && !session.expiresAt().isBefore(stored.expiresAt())
                        ? with(stored, session.lastSeenAt(), session.expiresAt(), stored.revokedAt())
                        : stored);
    }

    @Override
    public synchronized boolean revoke(SessionId id, Instant now) {
        Session stored = sessions.get(id);
        if (stored == null || stored.revokedAt() != null) {
            return false;
        }
        sessions.put(id, with(stored, stored.lastSeenAt(), stored.expiresAt(), now));
        return true;
    }

    private static Session with(Session session, Instant lastSeenAt, Instant expiresAt, @Nullable Instant revokedAt) {
        return new Session(
                session.id(),
                session.userId(),
                session.tokenHash(),
                session.client(),
                session.createdAt(),
                lastSeenAt,
                expiresAt,
                revokedAt);
    }
}
