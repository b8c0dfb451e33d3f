package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Footprint;
import io.chatty.domain.conversation.SyncPlace;
import io.chatty.domain.conversation.SyncRepository;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The columns {@code listed_at} and {@code touched_at} of the table {@code member}, each with an index of its own. */
@Component
final class SqliteSyncRepository implements SyncRepository {

    /** Each of the two times is walked in its order and no further than the limit, so a step costs the same anywhere. */
    private static final String SELECT_PLACES = """
            SELECT * FROM (
                SELECT m.listed_at AS at, c.id FROM users me CROSS JOIN member m ON m.user = me.key
                JOIN conversation c ON c.key = m.conversation
                WHERE me.id = :user AND m.listed_at >= :time AND (m.listed_at > :time OR c.id > :id)
                ORDER BY m.listed_at, c.id LIMIT :limit)
            UNION
            SELECT * FROM (
                SELECT m.touched_at AS at, c.id FROM users me CROSS JOIN member m ON m.user = me.key
                JOIN conversation c ON c.key = m.conversation
                WHERE me.id = :user AND m.touched_at >= :time AND (m.touched_at > :time OR c.id > :id)
                ORDER BY m.touched_at, c.id LIMIT :limit)
            ORDER BY at, id LIMIT :limit
            """;

    private final SqliteStore store;
    private final EntryReader entries;

    SqliteSyncRepository(SqliteStore store, EntryReader entries) {
        this.store = store;
        this.entries = entries;
    }

    @Override
    public List<Footprint> recent(UserId user) {
        return entries.recent(user, OVERLAP);
    }

    @Override
    public List<SyncPlace> happened(UserId user, SyncPlace after, int limit) {
        return store.reader()
                .read(client -> client.sql(SELECT_PLACES)
                        .param("user", user.value())
                        .param("time", after.at().toEpochMilli())
                        .param("id", after.conversation().value())
                        .param("limit", limit)
                        .query((row, number) -> new SyncPlace(
                                Instant.ofEpochMilli(row.getLong("at")), new ConversationId(row.getString("id"))))
                        .list());
    }
}
