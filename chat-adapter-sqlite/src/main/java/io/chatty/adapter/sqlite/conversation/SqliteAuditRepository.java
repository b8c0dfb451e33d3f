package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.conversation.StoredConversation;
import io.chatty.domain.conversation.StoredMessage;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables {@code conversation}, {@code member} and {@code message} from one end to the other. */
@Component
final class SqliteAuditRepository implements AuditRepository {

    /** The earlier of the two times counts: what is behind in one list is behind. */
    private static final String SELECT_CONVERSATIONS = """
            SELECT c.key, c.id, low.id AS low_id, high.id AS high_id,
                (SELECT min(listed_at) FROM member WHERE conversation = c.key) AS active_at
            FROM conversation c JOIN users low ON low.key = c.low JOIN users high ON high.key = c.high ORDER BY c.key
            """;

    private static final String SELECT_MARKS = """
            SELECT u.id, m.read_seq, m.read_at, m.delivered_seq, m.delivered_at
            FROM member m JOIN users u ON u.key = m.user WHERE m.conversation = ?
            """;

    private static final String SELECT_MESSAGES = """
            SELECT m.seq, m.rev, u.id AS sender_id, m.sender_seq, m.client_id, m.text IS NOT NULL AS has_text,
                m.reply_to IS NOT NULL OR m.edited_at IS NOT NULL
                    OR EXISTS (SELECT 1 FROM reaction r WHERE r.conversation = m.conversation AND r.seq = m.seq) AS has_traces,
                m.deleted_at IS NOT NULL AS is_deleted, m.sent_at
            FROM message m JOIN users u ON u.key = m.sender WHERE m.conversation = ? ORDER BY m.seq
            """;

    private final SqliteStore store;

    SqliteAuditRepository(SqliteStore store) {
        this.store = store;
    }

    @Override
    public void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        List<Row> conversations = store.reader()
                .read(client -> client.sql(SELECT_CONVERSATIONS).query(Row::of).list());
        conversations.forEach(row -> store.reader().read(client -> {
            StoredConversation conversation =
                    new StoredConversation(row.id(), row.participants(), row.activeAt(), marks(client, row.key()));
            try (Stream<StoredMessage> messages =
                    client
                            .sql(SELECT_MESSAGES)
                            .param(row.key())
                            .query((message, number) -> message(message))
                            .stream()) {
                consumer.accept(conversation, messages);
            }
            return true;
        }));
    }

    private static Map<UserId, Marks> marks(JdbcClient client, long conversation) {
        Map<UserId, Marks> marks = new HashMap<>();
        client.sql(SELECT_MARKS).param(conversation).query(row -> {
            marks.put(new UserId(row.getString("id")), MarksRow.marks(row, ""));
        });
        return marks;
    }

    private static StoredMessage message(ResultSet row) throws SQLException {
        return new StoredMessage(
                row.getLong("seq"),
                List.of(row.getLong("rev")),
                new UserId(row.getString("sender_id")),
                new ClientMessageId(row.getString("client_id")),
                row.getLong("sender_seq"),
                row.getBoolean("has_text"),
                row.getBoolean("has_traces"),
                row.getBoolean("is_deleted"),
                Instant.ofEpochMilli(row.getLong("sent_at")));
    }

    /** A conversation moves in both lists in the transaction that stores its message. */
    @Override
    public Duration lag() {
        return Duration.ZERO;
    }

    /** There is one writer, which never gives a number twice; only the latest of a message is kept. */
    @Override
    public boolean keepsAllRevs() {
        return false;
    }

    private record Row(long key, ConversationId id, Participants participants, Instant activeAt) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getLong("key"),
                    new ConversationId(row.getString("id")),
                    new Participants(new UserId(row.getString("low_id")), new UserId(row.getString("high_id"))),
                    Instant.ofEpochMilli(row.getLong("active_at")));
        }
    }
}
