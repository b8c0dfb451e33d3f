package io.chatty.adapter.sqlite.user;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.user.Block;
import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Blocks in the table {@code block}. */
@Component
final class SqliteBlockRepository implements BlockRepository {

    private static final String INSERT = """
            INSERT INTO block (blocker, blocked, since)
            SELECT one.key, other.key, ? FROM users one, users other WHERE one.id = ? AND other.id = ?
            ON CONFLICT DO NOTHING
            """;

    private static final String DELETE = """
            DELETE FROM block
            WHERE blocker = (SELECT key FROM users WHERE id = ?) AND blocked = (SELECT key FROM users WHERE id = ?)
            """;

    private static final String DELETE_ALL = """
            DELETE FROM block
            WHERE blocker = (SELECT key FROM users WHERE id = ?1) OR blocked = (SELECT key FROM users WHERE id = ?1)
            """;

    private static final String BETWEEN = """
            SELECT me.id AS blocker, other.id AS blocked, b.since
            FROM users me CROSS JOIN users other JOIN block b ON b.blocker = me.key AND b.blocked = other.key
            WHERE me.id = :person AND other.id IN (:others)
            UNION ALL
            SELECT other.id AS blocker, me.id AS blocked, b.since
            FROM users me CROSS JOIN users other JOIN block b ON b.blocker = other.key AND b.blocked = me.key
            WHERE me.id = :person AND other.id IN (:others)
            """;

    private static final String LIST = """
            SELECT me.id AS blocker, other.id AS blocked, b.since
            FROM users me CROSS JOIN block b ON b.blocker = me.key JOIN users other ON other.key = b.blocked
            WHERE me.id = :person
                AND (:since IS NULL OR b.since < :since OR (b.since = :since AND other.id > :after))
            ORDER BY b.since DESC, other.id LIMIT :limit
            """;

    private final SqliteStore store;

    SqliteBlockRepository(SqliteStore store) {
        this.store = store;
    }

    @Override
    public boolean add(Block block) {
        return store.writer()
                        .call(connection -> connection.update(
                                INSERT,
                                block.since().toEpochMilli(),
                                block.blocker().value(),
                                block.blocked().value()))
                == 1;
    }

    @Override
    public boolean remove(UserId blocker, UserId blocked) {
        return store.writer().call(connection -> connection.update(DELETE, blocker.value(), blocked.value())) == 1;
    }

    @Override
    public List<Block> findBetween(UserId person, Collection<UserId> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        List<String> ids = others.stream().map(UserId::value).distinct().toList();
        return store.reader()
                .read(client -> client.sql(BETWEEN)
                        .param("person", person.value())
                        .param("others", ids)
                        .query(SqliteBlockRepository::block)
                        .list());
    }

    @Override
    public List<Block> list(UserId blocker, @Nullable BlockPosition after, int limit) {
        return store.reader()
                .read(client -> client.sql(LIST)
                        .param("person", blocker.value())
                        .param("since", after == null ? null : after.since().toEpochMilli())
                        .param("after", after == null ? "" : after.blocked().value())
                        .param("limit", limit)
                        .query(SqliteBlockRepository::block)
                        .list());
    }

    @Override
    public void removeAllOf(UserId person) {
        store.writer().call(connection -> connection.update(DELETE_ALL, person.value()));
    }

    private static Block block(ResultSet row, int number) throws SQLException {
        return new Block(
                new UserId(row.getString("blocker")),
                new UserId(row.getString("blocked")),
                Instant.ofEpochMilli(row.getLong("since")));
    }
}
