package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads conversations as one of their people sees them: one query for the rows of a page, each of which looks up a handful
 * of index entries however long the conversation is, and one for all unread counts of the page.
 */
@Component
final class EntryReader {

    /** Joined in the order in which it is written, from the viewer to the rows of the list. */
    private static final String SELECT_ENTRIES = "SELECT " + EntryRow.COLUMNS + """
             FROM users me
            CROSS JOIN member own ON own.user = me.key
            CROSS JOIN conversation c ON c.key = own.conversation
            CROSS JOIN users low ON low.key = c.low
            CROSS JOIN users high ON high.key = c.high
            LEFT JOIN member other ON other.conversation = c.key AND other.user = c.low + c.high - me.key
            LEFT JOIN message x ON x.conversation = c.key
                AND x.seq = (SELECT max(seq) FROM message WHERE conversation = c.key)
            LEFT JOIN users s ON s.key = x.sender
            WHERE me.id = :viewer\
            """;

    private static final String ONE =
            SELECT_ENTRIES + " AND own.conversation = (SELECT key FROM conversation WHERE id = :conversation)";

    private static final String ORDER = " ORDER BY own.listed_at DESC, c.id LIMIT :limit";

    private static final String FIRST_PAGE = SELECT_ENTRIES + ORDER;

    private static final String NEXT_PAGE = SELECT_ENTRIES
            + " AND own.listed_at <= :afterTime AND (own.listed_at < :afterTime OR c.id > :afterId)" + ORDER;

    private final SqliteStore store;
    private final GatheredMarks gathered;

    EntryReader(SqliteStore store, GatheredMarks gathered) {
        this.store = store;
        this.gathered = gathered;
    }

    Optional<ConversationEntry> find(UserId viewer, ConversationId conversation) {
        return read(viewer, client -> client.sql(ONE).param("conversation", conversation.value())).stream()
                .findFirst();
    }

    List<ConversationEntry> list(UserId viewer, @Nullable ConversationPosition after, int limit) {
        return read(viewer, client -> {
            if (after == null) {
                return client.sql(FIRST_PAGE).param("limit", limit);
            }
            return client.sql(NEXT_PAGE)
                    .param("limit", limit)
                    .param("afterTime", after.at().toEpochMilli())
                    .param("afterId", after.id().value());
        });
    }

    private List<ConversationEntry> read(UserId viewer, Query query) {
        // Taken before the rows: a mark that is not here any more is in its row by then.
        GatheredMarks.Snapshot newest = gathered.snapshot();
        return store.reader().read(client -> {
            List<EntryRow> rows = query.on(client)
                    .param("viewer", viewer.value())
                    .query((row, number) -> EntryRow.of(row, viewer).withNewest(newest))
                    .list();
            List<Integer> unread = UnreadCount.of(
                    client, rows.stream().map(EntryRow::unreadSpan).toList());
            List<ConversationEntry> entries = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                entries.add(rows.get(i).entry(unread.get(i)));
            }
            return entries;
        });
    }

    /** A statement without its viewer. */
    private interface Query {

        JdbcClient.StatementSpec on(JdbcClient client);
    }
}
