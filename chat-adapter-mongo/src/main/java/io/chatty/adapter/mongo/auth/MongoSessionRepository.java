package io.chatty.adapter.mongo.auth;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.TokenHash;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Sessions in the collection {@code sessions}. */
@Component
final class MongoSessionRepository implements SessionRepository {

    private static final Sort OLDEST_FIRST = Sort.by("createdAt", "_id");

    private final MongoStore store;

    MongoSessionRepository(MongoStore store) {
        this.store = store;
    }

    /** Stored first, then others end: of several that are added at once the last one to look sees them all. */
    @Override
    public List<Session> add(Session session) {
        return store.call(() -> {
            forget(session);
            store.operations().insert(SessionDocument.of(session));
            List<Session> others = liveBeside(session);
            return others.subList(0, Math.max(0, others.size() + 1 - Session.MAX_PER_USER)).stream()
                    .filter(oldest -> end(oldest.id(), session.createdAt()))
                    .toList();
        });
    }

    @Override
    public Optional<Session> findByTokenHash(TokenHash tokenHash) {
        Query same = query(where("tokenHash").is(tokenHash.value()));
        return store.call(() -> Optional.ofNullable(store.operations().findOne(same, SessionDocument.class))
                .map(SessionDocument::session));
    }

    @Override
    public Optional<Session> findById(SessionId id) {
        return store.call(() -> Optional.ofNullable(store.operations().findById(id.value(), SessionDocument.class))
                .map(SessionDocument::session));
    }

    @Override
    public Set<SessionId> findRevoked(Collection<SessionId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<String> values = ids.stream().map(SessionId::value).toList();
        Query revoked = query(where("_id").in(values).and("revokedAt").ne(null));
        return store.call(() -> store.operations().find(revoked, SessionDocument.class)).stream()
                .map(document -> new SessionId(document.id()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Session> findLive(UserId userId, Instant now) {
        Criteria live = where("userId")
                .is(userId.value())
                .and("revokedAt")
                .is(null)
                .and("expiresAt")
                .gt(now);
        return store
                .call(() -> store.operations().find(query(live).with(OLDEST_FIRST.descending()), SessionDocument.class))
                .stream()
                .map(SessionDocument::session)
                .toList();
    }

    @Override
    public List<Session> revokeAll(UserId userId, @Nullable SessionId except, Instant now) {
        return findLive(userId, now).stream()
                .filter(session -> !session.id().equals(except) && revoke(session.id(), now))
                .toList();
    }

    @Override
    public void touch(Session session) {
        Query older = query(where("_id")
                .is(session.id().value())
                .and("lastSeenAt")
                .lt(session.lastSeenAt())
                .and("expiresAt")
                .lte(session.expiresAt()));
        store.call(() -> store.operations()
                .updateFirst(
                        older,
                        update("lastSeenAt", session.lastSeenAt()).set("expiresAt", session.expiresAt()),
                        SessionDocument.class));
    }

    @Override
    public boolean revoke(SessionId id, Instant now) {
        return store.call(() -> end(id, now));
    }

    private boolean end(SessionId id, Instant now) {
        Query live = query(where("_id").is(id.value()).and("revokedAt").is(null));
        return store.operations()
                        .updateFirst(live, update("revokedAt", now), SessionDocument.class)
                        .getModifiedCount()
                == 1;
    }

    /** Deletes the user's sessions that ended too long ago to be told so, lest they gather for ever. */
    private void forget(Session session) {
        Instant limit = session.createdAt().minus(Session.REVOCATION_MEMORY);
        Criteria ended = new Criteria()
                .orOperator(where("revokedAt").lt(limit), where("expiresAt").lt(limit));
        store.operations()
                .remove(query(where("userId").is(session.userId().value()).andOperator(ended)), SessionDocument.class);
    }

    private List<Session> liveBeside(Session session) {
        Criteria live = where("userId")
                .is(session.userId().value())
                .and("_id")
                .ne(session.id().value())
                .and("revokedAt")
                .is(null)
                .and("expiresAt")
                .gt(session.createdAt());
        return store.operations().find(query(live).with(OLDEST_FIRST), SessionDocument.class).stream()
                .map(SessionDocument::session)
                .toList();
    }
}
