package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.BatchListener;
import io.chatty.adapter.sqlite.BoundedCache;
import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where conversations end, kept in memory, which is sound because nobody else writes the file. What a transaction moved is
 * its own until it is committed, and forgotten if it is not. Belongs to the writer's thread but for the heads.
 */
@Component
final class ConversationTails implements BatchListener {

    private static final int REMEMBERED_TAILS = 20_000;

    private static final String SELECT_TAIL = """
            SELECT c.key, c.low, c.high, x.seq, x.sender, x.sender_seq,
                (SELECT max(rev) FROM message WHERE conversation = c.key) AS rev
            FROM conversation c
            LEFT JOIN message x ON x.conversation = c.key
                AND x.seq = (SELECT max(seq) FROM message WHERE conversation = c.key)
            WHERE c.id = ?
            """;

    private final BoundedCache<ConversationId, ConversationTail> committed = new BoundedCache<>(REMEMBERED_TAILS);
    private final Map<ConversationId, ConversationTail> moved = new HashMap<>();

    ConversationTails(SqliteStore store) {
        store.writer().listen(this);
    }

    /** The highest numbers as of the last commit, or null if they are not remembered. Thread-safe. */
    @Nullable
    Head rememberedHead(ConversationId conversation) {
        ConversationTail tail = committed.get(conversation);
        return tail == null ? null : tail.head();
    }

    /** Where a conversation ends by now; empty while there is no trace of it. */
    Optional<ConversationTail> find(WriteConnection connection, ConversationId id) throws SQLException {
        ConversationTail tail = moved.get(id);
        if (tail == null) {
            tail = committed.get(id);
        }
        return tail != null ? Optional.of(tail) : connection.find(SELECT_TAIL, ConversationTails::tail, id.value());
    }

    /** Notes where a conversation ends after a write that cannot fail any more but with its transaction. */
    void move(ConversationId id, ConversationTail tail) {
        moved.put(id, tail);
    }

    @Override
    public void committed() {
        moved.forEach(committed::put);
        moved.clear();
    }

    @Override
    public void rolledBack() {
        moved.clear();
    }

    private static ConversationTail tail(ResultSet row, int number) throws SQLException {
        long low = row.getLong("low");
        long lastSeq = row.getLong("seq");
        long senderSeq = row.getLong("sender_seq");
        return new ConversationTail(
                row.getLong("key"),
                low,
                row.getLong("high"),
                lastSeq,
                row.getLong("rev"),
                row.getLong("sender") == low ? senderSeq : lastSeq - senderSeq);
    }
}
