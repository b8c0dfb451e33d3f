package io.chatty.adapter.sqlite.presence;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteBehind;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Times of last presence in the table {@code last_seen}, gathered in memory. */
@Component
final class SqliteLastSeenRepository implements LastSeenRepository {

    private static final String UPSERT = """
            INSERT INTO last_seen (user, seen_at) SELECT key, ? FROM users WHERE id = ?
            ON CONFLICT (user) DO UPDATE SET seen_at = max(seen_at, excluded.seen_at)
            """;

    private static final String SELECT = """
            SELECT u.id, l.seen_at FROM users u JOIN last_seen l ON l.user = u.key WHERE u.id IN (:users)
            """;

    private static final String DELETE = "DELETE FROM last_seen WHERE user = (SELECT key FROM users WHERE id = ?)";

    private final SqliteStore store;
    private final WriteBehind<UserId, Instant> gathered;

    SqliteLastSeenRepository(SqliteStore store) {
        this.store = store;
        this.gathered = store.writeBehind(SqliteLastSeenRepository::write);
    }

    @Override
    public void save(UserId user, Instant at) {
        gathered.gathered().merge(user, at, SqliteLastSeenRepository::later);
    }

    @Override
    public void forget(UserId user) {
        gathered.forget(user, () -> store.writer().call(connection -> connection.update(DELETE, user.value())));
    }

    @Override
    public Map<UserId, Instant> find(Collection<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        // What is gathered is looked at first: what is not there any more is in the table by then.
        Map<UserId, Instant> found = new HashMap<>(gathered.gathered());
        found.keySet().retainAll(users);
        List<String> ids = users.stream().map(UserId::value).distinct().toList();
        store.reader()
                .read(client -> client.sql(SELECT)
                        .param("users", ids)
                        .query((row, number) -> Map.entry(
                                new UserId(row.getString("id")), Instant.ofEpochMilli(row.getLong("seen_at"))))
                        .list())
                .forEach(stored -> found.merge(stored.getKey(), stored.getValue(), SqliteLastSeenRepository::later));
        return found;
    }

    private static void write(WriteConnection connection, UserId user, Instant at) throws SQLException {
        connection.update(UPSERT, at.toEpochMilli(), user.value());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
