package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Marks in the table {@code member}, gathered in memory first. */
@Component
final class SqliteMarkRepository implements MarkRepository {

    private static final String SELECT_MARKS = """
            SELECT m.read_seq, m.read_at, m.delivered_seq, m.delivered_at
            FROM conversation c CROSS JOIN users u CROSS JOIN member m ON m.conversation = c.key AND m.user = u.key
            WHERE c.id = ? AND u.id = ?
            """;

    private static final String KEEP = """
            UPDATE member SET kept_read_seq = ?, kept_read_at = ?, kept_delivered_seq = ?, kept_delivered_at = ?
            WHERE conversation = (SELECT key FROM conversation WHERE id = ?)
                AND user = (SELECT key FROM users WHERE id = ?)
            """;

    private static final String SELECT_SPAN = """
            SELECT c.key, c.low + c.high - u.key AS peer, m.read_seq,
                coalesce((SELECT max(seq) FROM message WHERE conversation = c.key), 0) AS last_seq
            FROM conversation c CROSS JOIN users u CROSS JOIN member m ON m.conversation = c.key AND m.user = u.key
            WHERE c.id = ? AND u.id = ?
            """;

    private final SqliteStore store;
    private final GatheredMarks gathered;
    private final MessageRepository messages;

    SqliteMarkRepository(SqliteStore store, GatheredMarks gathered, SqliteMessageRepository messages) {
        this.store = store;
        this.gathered = gathered;
        this.messages = messages;
    }

    @Override
    public Movement advance(ConversationId conversation, UserId user, MarkReport report, PeerSight sight, Instant now) {
        long lastSeq = messages.head(conversation).lastSeq();
        return gathered.move(
                new GatheredMarks.Key(conversation, user),
                () -> stored(conversation, user),
                marks -> marks.advance(report, lastSeq, now),
                movement -> sight.shows(movement) ? now : null);
    }

    @Override
    public void keep(Participants participants) {
        ConversationId conversation = participants.conversationId();
        store.writer().call(connection -> {
            for (UserId user : participants.both()) {
                // Before the row: a mark that is not here any more is in it by then.
                Marks newest = gathered.of(conversation, user);
                Optional<Marks> stored = connection.find(
                        SELECT_MARKS, (row, number) -> MarksRow.marks(row, ""), conversation.value(), user.value());
                if (stored.isPresent()) {
                    keep(connection, conversation, user, stored.get().merge(newest));
                }
            }
            return true;
        });
    }

    private static void keep(WriteConnection connection, ConversationId conversation, UserId user, Marks marks)
            throws SQLException {
        connection.update(
                KEEP,
                marks.readSeq(),
                MarksRow.millis(marks.readAt()),
                marks.deliveredSeq(),
                MarksRow.millis(marks.deliveredAt()),
                conversation.value(),
                user.value());
    }

    @Override
    public int unreadCount(ConversationId conversation, UserId user) {
        long readSeq = gathered.of(conversation, user).readSeq();
        return store.reader().read(client -> {
            List<UnreadCount.Span> spans = client.sql(SELECT_SPAN)
                    .params(conversation.value(), user.value())
                    .query((row, number) -> new UnreadCount.Span(
                            row.getLong("key"),
                            row.getLong("peer"),
                            Math.max(readSeq, row.getLong("read_seq")),
                            row.getLong("last_seq")))
                    .list();
            return spans.isEmpty() ? 0 : UnreadCount.of(client, spans).get(0);
        });
    }

    private Optional<Marks> stored(ConversationId conversation, UserId user) {
        return store.reader()
                .read(client -> client.sql(SELECT_MARKS)
                        .params(conversation.value(), user.value())
                        .query((row, number) -> MarksRow.marks(row, ""))
                        .optional());
    }
}
