package io.chatty.adapter.sqlite.auth;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.TokenHash;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions in the table {@code session}. */
@Component
final class SqliteSessionRepository implements SessionRepository {

    private static final String SELECT_SESSION = """
            SELECT s.id, u.id AS user_id, s.token_hash, s.client, s.created_at, s.last_seen_at, s.expires_at, s.revoked_at
            FROM session s JOIN users u ON u.key = s.user\
            """;

    private static final String LIVE_OF_USER = SELECT_SESSION
            + " WHERE u.id = ? AND s.revoked_at IS NULL AND s.expires_at > ? ORDER BY s.created_at, s.key";

    private static final String BY_TOKEN_HASH = SELECT_SESSION + " WHERE s.token_hash = ?";

    private static final String BY_ID = SELECT_SESSION + " WHERE s.id = ?";

    private static final String INSERT = """
            INSERT INTO session (id, user, token_hash, client, created_at, last_seen_at, expires_at, revoked_at)
            VALUES (?, (SELECT key FROM users WHERE id = ?), ?, ?, ?, ?, ?, ?)
            """;

    private static final String TOUCH = """
            UPDATE session SET last_seen_at = ?1, expires_at = ?2
            WHERE id = ?3 AND last_seen_at < ?1 AND expires_at <= ?2
            """;

    private static final String REVOKE = "UPDATE session SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";

    private static final String FORGET = """
            DELETE FROM session
            WHERE user = (SELECT key FROM users WHERE id = ?1) AND (revoked_at < ?2 OR expires_at < ?2)
            """;

    private final SqliteStore store;

    SqliteSessionRepository(SqliteStore store) {
        this.store = store;
    }

    @Override
    public List<Session> add(Session session) {
        return store.writer().call(connection -> {
            forget(connection, session);
            List<Session> surplus = endSurplus(connection, session);
            insert(connection, session);
            return surplus;
        });
    }

    @Override
    public Optional<Session> findByTokenHash(TokenHash tokenHash) {
        return store.reader()
                .read(client -> client.sql(BY_TOKEN_HASH)
                        .param(tokenHash.value())
                        .query(SqliteSessionRepository::session)
                        .optional());
    }

    @Override
    public Optional<Session> findById(SessionId id) {
        return store.reader()
                .read(client -> client.sql(BY_ID)
                        .param(id.value())
                        .query(SqliteSessionRepository::session)
                        .optional());
    }

    @Override
    public Set<SessionId> findRevoked(Collection<SessionId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<String> values = ids.stream().map(SessionId::value).toList();
        return Set.copyOf(store.reader()
                .read(client -> client.sql("SELECT id FROM session WHERE revoked_at IS NOT NULL AND id IN (:ids)")
                        .param("ids", values)
                        .query((row, number) -> new SessionId(row.getString("id")))
                        .list()));
    }

    @Override
    public List<Session> findLive(UserId userId, Instant now) {
        List<Session> live = new ArrayList<>(store.reader()
                .read(client -> client.sql(LIVE_OF_USER)
                        .params(userId.value(), now.toEpochMilli())
                        .query(SqliteSessionRepository::session)
                        .list()));
        Collections.reverse(live);
        return live;
    }

    @Override
    public List<Session> revokeAll(UserId userId, @Nullable SessionId except, Instant now) {
        return store.writer().call(connection -> {
            List<Session> ended = new ArrayList<>();
            for (Session session : connection.query(
                    LIVE_OF_USER, SqliteSessionRepository::session, userId.value(), now.toEpochMilli())) {
                if (!session.id().equals(except)) {
                    connection.update(REVOKE, now.toEpochMilli(), session.id().value());
                    ended.add(session);
                }
            }
            return ended;
        });
    }

    @Override
    public void touch(Session session) {
        store.writer()
                .call(connection -> connection.update(
                        TOUCH,
                        session.lastSeenAt().toEpochMilli(),
                        session.expiresAt().toEpochMilli(),
                        session.id().value()));
    }

    @Override
    public boolean revoke(SessionId id, Instant now) {
        return store.writer().call(connection -> connection.update(REVOKE, now.toEpochMilli(), id.value())) == 1;
    }

    /** Deletes the user's sessions that ended too long ago to be told so, lest they gather for ever. */
    private static void forget(WriteConnection connection, Session session) throws SQLException {
        long limit = session.createdAt().minus(Session.REVOCATION_MEMORY).toEpochMilli();
        connection.update(FORGET, session.userId().value(), limit);
    }

    /** Makes room for a new session of its user. */
    private static List<Session> endSurplus(WriteConnection connection, Session session) throws SQLException {
        long now = session.createdAt().toEpochMilli();
        List<Session> live = connection.query(
                LIVE_OF_USER, SqliteSessionRepository::session, session.userId().value(), now);
        List<Session> surplus = live.subList(0, Math.max(0, live.size() + 1 - Session.MAX_PER_USER));
        for (Session oldest : surplus) {
            connection.update(REVOKE, now, oldest.id().value());
        }
        return surplus;
    }

    private static void insert(WriteConnection connection, Session session) throws SQLException {
        connection.update(
                INSERT,
                session.id().value(),
                session.userId().value(),
                session.tokenHash().value(),
                session.client() == null ? null : session.client().value(),
                session.createdAt().toEpochMilli(),
                session.lastSeenAt().toEpochMilli(),
                session.expiresAt().toEpochMilli(),
                session.revokedAt() == null ? null : session.revokedAt().toEpochMilli());
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        String client = row.getString("client");
        long revokedAt = row.getLong("revoked_at");
        return new Session(
                new SessionId(row.getString("id")),
                new UserId(row.getString("user_id")),
                new TokenHash(row.getString("token_hash")),
                client == null ? null : new ClientLabel(client),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("last_seen_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                revokedAt == 0 ? null : Instant.ofEpochMilli(revokedAt));
    }
}
