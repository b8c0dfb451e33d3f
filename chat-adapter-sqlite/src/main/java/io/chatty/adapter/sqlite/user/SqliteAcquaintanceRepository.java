package io.chatty.adapter.sqlite.user;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who has a message in common, by the tables {@code conversation} and {@code message}. */
@Component
final class SqliteAcquaintanceRepository implements AcquaintanceRepository {

    private static final String AMONG = """
            SELECT other.id
            FROM users me
            CROSS JOIN users other
            CROSS JOIN conversation c ON c.low = min(me.key, other.key) AND c.high = max(me.key, other.key)
            WHERE me.id = :person AND other.id IN (:others) AND EXISTS (SELECT 1 FROM message WHERE conversation = c.key)
            """;

    private static final String ALL = """
            SELECT other.id
            FROM users me
            CROSS JOIN member m ON m.user = me.key
            CROSS JOIN conversation c ON c.key = m.conversation
            JOIN users other ON other.key = c.low + c.high - me.key
            WHERE me.id = ? AND EXISTS (SELECT 1 FROM message WHERE conversation = c.key)
            """;

    private final SqliteStore store;

    SqliteAcquaintanceRepository(SqliteStore store) {
        this.store = store;
    }

    @Override
    public Set<UserId> findAmong(UserId person, Collection<UserId> others) {
        if (others.isEmpty()) {
            return Set.of();
        }
        List<String> ids = others.stream().map(UserId::value).distinct().toList();
        return Set.copyOf(store.reader()
                .read(client -> client.sql(AMONG)
                        .param("person", person.value())
                        .param("others", ids)
                        .query((row, number) -> new UserId(row.getString("id")))
                        .list()));
    }

    @Override
    public List<UserId> findAll(UserId person) {
        return store.reader()
                .read(client -> client.sql(ALL)
                        .param(person.value())
                        .query((row, number) -> new UserId(row.getString("id")))
                        .list());
    }
}
