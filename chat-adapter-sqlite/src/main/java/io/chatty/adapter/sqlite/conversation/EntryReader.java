package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.Footprint;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads conversations as one of their people sees them: one query for the rows of a page, each of which looks up a handful
 * of index entries however long the conversation is, and one or two for all unread counts of the page.
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

    private static final String THESE =
            " AND own.conversation IN (SELECT key FROM conversation WHERE id IN (:conversations))";

    /** What happened within the overlap before the newest thing that happened to the viewer. */
    private static final String RECENT = """
             AND own.conversation IN (
                SELECT m.conversation FROM member m WHERE m.user = me.key AND m.listed_at >= :newest - :overlap
                UNION
                SELECT m.conversation FROM member m WHERE m.user = me.key AND m.touched_at >= :newest - :overlap)
            """;

    private static final String SELECT_NEWEST = """
            SELECT max(coalesce((SELECT max(listed_at) FROM member WHERE user = me.key), 0),
                coalesce((SELECT max(touched_at) FROM member WHERE user = me.key), 0))
            FROM users me WHERE me.id = ?
            """;

    /** As {@link io.chatty.domain.conversation.Settings#archived} decides it. */
    private static final String ARCHIVED =
            " AND own.archived_seq IS NOT NULL AND (own.muted = 1 OR coalesce(x.seq, 0) <= own.archived_seq)";

    private static final String NOT_ARCHIVED =
            " AND (own.archived_seq IS NULL OR (own.muted = 0 AND coalesce(x.seq, 0) > own.archived_seq))";

    private static final String AFTER =
            " AND own.listed_at <= :afterTime AND (own.listed_at < :afterTime OR c.id > :afterId)";

    private static final String ORDER = " ORDER BY own.listed_at DESC, c.id LIMIT :limit";

    private final SqliteStore store;
    private final GatheredMarks gathered;

    EntryReader(SqliteStore store, GatheredMarks gathered) {
        this.store = store;
        this.gathered = gathered;
    }

    List<ConversationEntry> findAll(UserId viewer, Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        List<String> ids = conversations.stream().map(ConversationId::value).toList();
        return entries(viewer, client -> client.sql(SELECT_ENTRIES + THESE).param("conversations", ids));
    }

    List<ConversationEntry> list(
            UserId viewer, ConversationFilter filter, @Nullable ConversationPosition after, int limit) {
        String which = filter == ConversationFilter.ARCHIVED ? ARCHIVED : NOT_ARCHIVED;
        return entries(viewer, client -> {
            if (after == null) {
                return client.sql(SELECT_ENTRIES + which + ORDER).param("limit", limit);
            }
            return client.sql(SELECT_ENTRIES + which + AFTER + ORDER)
                    .param("limit", limit)
                    .param("afterTime", after.at().toEpochMilli())
                    .param("afterId", after.id().value());
        });
    }

    /** What happened to the viewer within a time before the newest thing that did. */
    List<Footprint> recent(UserId viewer, Duration overlap) {
        return store.reader().read(client -> {
            long newest = client.sql(SELECT_NEWEST)
                    .param(viewer.value())
                    .query((row, number) -> row.getLong(1))
                    .optional()
                    .orElse(0L);
            return rows(
                            client,
                            viewer,
                            statements -> statements
                                    .sql(SELECT_ENTRIES + RECENT)
                                    .param("newest", newest)
                                    .param("overlap", overlap.toMillis()))
                    .stream()
                    .map(EntryRow::footprint)
                    .toList();
        });
    }

    private List<ConversationEntry> entries(UserId viewer, Query query) {
        return store.reader().read(client -> {
            List<EntryRow> rows = rows(client, viewer, query);
            List<Integer> unread = UnreadCount.of(
                    client, rows.stream().map(EntryRow::unreadSpan).toList());
            List<ConversationEntry> entries = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                entries.add(rows.get(i).entry(unread.get(i)));
            }
            return entries;
        });
    }

    private List<EntryRow> rows(JdbcClient client, UserId viewer, Query query) {
        // Taken before the rows: a mark that is not here any more is in its row by then.
        GatheredMarks.Snapshot newest = gathered.snapshot();
        return query.on(client)
                .param("viewer", viewer.value())
                .query((row, number) -> EntryRow.of(row, viewer).withNewest(newest))
                .list();
    }

    /** A statement without its viewer. */
    private interface Query {

        JdbcClient.StatementSpec on(JdbcClient client);
    }
}
