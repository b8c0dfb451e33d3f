package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.SqliteSnapshot;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.StoredConversation;
import io.chatty.domain.conversation.StoredMember;
import io.chatty.domain.conversation.StoredMessage;
import io.chatty.domain.conversation.StoredReaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the tables {@code conversation}, {@code member}, {@code message} and {@code reaction} from one end to the other. No
 * row is left out because another is missing.
 */
final class SqliteAuditRepository implements AuditRepository {

    private static final String SELECT_CONVERSATIONS = """
            SELECT c.key, c.id, low.id AS low_id, high.id AS high_id,
                (SELECT max(seq) FROM message WHERE conversation = c.key) AS last_seq,
                (SELECT max(rev) FROM message WHERE conversation = c.key) AS last_rev
            FROM conversation c LEFT JOIN users low ON low.key = c.low LEFT JOIN users high ON high.key = c.high
            ORDER BY c.key
            """;

    private static final String SELECT_MEMBERS = "SELECT " + SettingsRow.COLUMNS + """
            , u.id AS user_id, own.created_at, own.listed_at,
                own.read_seq, own.read_at, own.delivered_seq, own.delivered_at,
                own.kept_read_seq, own.kept_read_at, own.kept_delivered_seq, own.kept_delivered_at
            FROM member own LEFT JOIN users u ON u.key = own.user WHERE own.conversation = ?
            """;

    private static final String SELECT_MESSAGES = """
            SELECT m.seq, m.rev, s.id AS sender_id, m.sender_seq, m.reply_to, m.changes, m.sent_at,
                m.text IS NOT NULL AS has_text, m.edited_at IS NOT NULL AS is_edited, m.deleted_at IS NOT NULL AS is_deleted,
                (SELECT group_concat(r.rev || ' ' || coalesce(u.id, '') || ' ' || r.emoji, char(10))
                    FROM reaction r LEFT JOIN users u ON u.key = r.user
                    WHERE r.conversation = m.conversation AND r.seq = m.seq) AS reactions
            FROM message m LEFT JOIN users s ON s.key = m.sender WHERE m.conversation = ? ORDER BY m.seq
            """;

    private static final List<Search> SEARCHES = List.of(
            new Search(Kind.DOUBLED_CLIENT_MESSAGE_ID, """
            SELECT c.id AS place, m.conversation, max(m.seq) AS at
            FROM message m LEFT JOIN conversation c ON c.key = m.conversation
            GROUP BY m.conversation, m.sender, m.client_id HAVING count(*) > 1
            """),
            new Search(Kind.UNKNOWN_PERSON, """
            SELECT id AS place, key AS conversation, 0 AS at FROM conversation
            WHERE low NOT IN (SELECT key FROM users) OR high NOT IN (SELECT key FROM users)
            """),
            new Search(Kind.ORPHAN, """
            SELECT NULL AS place, conversation, min(seq) AS at FROM message
            WHERE conversation NOT IN (SELECT key FROM conversation) GROUP BY conversation
            """),
            new Search(Kind.ORPHAN, """
            SELECT NULL AS place, conversation, 0 AS at FROM member
            WHERE conversation NOT IN (SELECT key FROM conversation) GROUP BY conversation
            """),
            new Search(Kind.ORPHAN, """
            SELECT c.id AS place, r.conversation, r.seq AS at
            FROM reaction r LEFT JOIN conversation c ON c.key = r.conversation
            WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.conversation = r.conversation AND m.seq = r.seq)
            GROUP BY r.conversation, r.seq
            """));

    private final SqliteSnapshot store;

    SqliteAuditRepository(SqliteSnapshot store) {
        this.store = store;
    }

    @Override
    public void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        store.read(client -> {
            try (Stream<Row> conversations = client.sql(SELECT_CONVERSATIONS).query(Row::of).stream()) {
                conversations.forEach(row -> hand(client, row, consumer));
            }
            return true;
        });
    }

    private static void hand(
            JdbcClient client, Row row, BiConsumer<StoredConversation, Stream<StoredMessage>> consumer) {
        List<StoredMember> members = client.sql(SELECT_MEMBERS)
                .param(row.key())
                .query((member, number) -> member(member))
                .list();
        try (Stream<StoredMessage> messages =
                client.sql(SELECT_MESSAGES).param(row.key()).query((message, number) -> message(message)).stream()) {
            consumer.accept(new StoredConversation(row.id(), row.people(), members, row.head()), messages);
        }
    }

    private static StoredMember member(ResultSet row) throws SQLException {
        return new StoredMember(
                row.getString("user_id"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("listed_at")),
                MarksRow.marks(row, ""),
                MarksRow.marks(row, "kept_"),
                SettingsRow.settings(row));
    }

    private static StoredMessage message(ResultSet row) throws SQLException {
        long rev = row.getLong("rev");
        List<String[]> reactions = reactions(row.getString("reactions"));
        boolean isDeleted = row.getBoolean("is_deleted");
        return new StoredMessage(
                row.getLong("seq"),
                rev,
                Stream.concat(Stream.of(rev), reactions.stream().map(reaction -> Long.valueOf(reaction[0])))
                        .distinct()
                        .toList(),
                row.getString("sender_id"),
                row.getLong("sender_seq"),
                SettingsRow.number(row, "reply_to"),
                reactions.stream()
                        .map(reaction -> new StoredReaction(reaction[1].isEmpty() ? null : reaction[1], reaction[2]))
                        .toList(),
                row.getInt("changes"),
                row.getBoolean("has_text"),
                row.getBoolean("is_edited"),
                isDeleted,
                isDeleted,
                Instant.ofEpochMilli(row.getLong("sent_at")));
    }

    /** Number, person and emoji of each. */
    private static List<String[]> reactions(@Nullable String written) {
        return written == null
                ? List.of()
                : written.lines().map(line -> line.split(" ", 3)).toList();
    }

    @Override
    public void search(Consumer<Breach> found) {
        SEARCHES.forEach(search -> store.read(client -> {
            client.sql(search.sql()).query(row -> {
                String place = row.getString("place");
                found.accept(new Breach(
                        place == null ? "conversation " + row.getLong("conversation") : place,
                        search.kind(),
                        row.getLong("at")));
            });
            return true;
        }));
    }

    /** A conversation moves in both lists in the transaction that stores its message. */
    @Override
    public Duration lag() {
        return Duration.ZERO;
    }

    /** There is one writer, which never gives a number twice; of a message only the latest is kept, and those of reactions. */
    @Override
    public boolean keepsAllRevs() {
        return false;
    }

    private record Row(long key, String id, List<String> people, Head head) {

        static Row of(ResultSet row, int number) throws SQLException {
            List<String> known = Stream.of(row.getString("low_id"), row.getString("high_id"))
                    .filter(Objects::nonNull)
                    .toList();
            return new Row(
                    row.getLong("key"),
                    row.getString("id"),
                    known.size() == 2 ? known : List.of(),
                    new Head(row.getLong("last_seq"), row.getLong("last_rev")));
        }
    }

    /** Finds rows by what is wrong with them: the conversation's id, or its key where it has none, and the number. */
    private record Search(Kind kind, String sql) {}
}
