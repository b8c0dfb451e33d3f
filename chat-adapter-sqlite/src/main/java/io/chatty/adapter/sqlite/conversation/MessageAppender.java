package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.BatchListener;
import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.AppendOutcome.ReplyTargetMissing;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The writer's side of {@code append}: gives numbers and stores.
 *
 * <p>A message costs one insert; its conversation moves in the lists of its people once for all messages of a transaction.
 */
@Component
final class MessageAppender implements BatchListener {

    private static final String INSERT_MESSAGE = """
            INSERT INTO message (conversation, seq, rev, sender, sender_seq, client_id, text, reply_to, sent_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (conversation, sender, client_id) DO NOTHING
            """;

    private static final String SELECT_BY_CLIENT_ID = "SELECT " + MessageRow.COLUMNS
            + " FROM message x JOIN users s ON s.key = x.sender"
            + " WHERE x.conversation = ? AND x.sender = ? AND x.client_id = ?";

    private static final String MOVE_IN_LISTS = "UPDATE member SET listed_at = ? WHERE conversation = ?";

    private final ConversationTails tails;
    private final ConversationRows rows;
    private final Touches touches;
    private final Map<Long, Instant> lastSent = new HashMap<>();

    MessageAppender(SqliteStore store, ConversationTails tails, ConversationRows rows, Touches touches) {
        this.tails = tails;
        this.rows = rows;
        this.touches = touches;
        store.writer().listen(this);
    }

    /** Stores a draft under the id of its participants; runs on the writer's thread. */
    AppendOutcome append(WriteConnection connection, ConversationId id, MessageDraft draft) throws SQLException {
        Optional<ConversationTail> known = tails.find(connection, id);
        if (known.isEmpty() && draft.replyTo() != null) {
            return new ReplyTargetMissing(0);
        }
        ConversationTail tail = known.isPresent() ? known.get() : newTail(connection, id, draft);
        boolean fromLow = draft.senderId().equals(draft.participants().low());
        if (!canAnswer(draft.replyTo(), tail.lastSeq())) {
            Optional<Message> stored = findStored(connection, id, draft, tail, fromLow);
            return stored.isPresent() ? new Replayed(stored.get()) : new ReplyTargetMissing(tail.lastSeq());
        }
        ConversationTail next = tail.next(fromLow);
        if (!insert(connection, draft, next, fromLow)) {
            return new Replayed(findStored(connection, id, draft, tail, fromLow).orElseThrow());
        }
        if (next.lastSeq() == 1) {
            rows.addMember(connection, id, draft.participants().low(), draft.sentAt());
            rows.addMember(connection, id, draft.participants().high(), draft.sentAt());
        }
        tails.move(id, next);
        lastSent.put(next.conversation(), draft.sentAt());
        return new Appended(Message.compose(draft, id, next.lastSeq(), next.rev()));
    }

    @Override
    public void beforeCommit(WriteConnection connection) throws SQLException {
        for (Map.Entry<Long, Instant> sent : lastSent.entrySet()) {
            connection.update(MOVE_IN_LISTS, sent.getValue().toEpochMilli(), sent.getKey());
            touches.listed(connection, sent.getKey(), sent.getValue());
        }
    }

    @Override
    public void committed() {
        lastSent.clear();
    }

    @Override
    public void rolledBack() {
        lastSent.clear();
    }

    private ConversationTail newTail(WriteConnection connection, ConversationId id, MessageDraft draft)
            throws SQLException {
        rows.add(connection, id, draft.participants());
        return tails.find(connection, id).orElseThrow();
    }

    private static boolean canAnswer(@Nullable Long replyTo, long lastSeq) {
        return replyTo == null || (replyTo >= 1 && replyTo <= lastSeq);
    }

    private static boolean insert(
            WriteConnection connection, MessageDraft draft, ConversationTail next, boolean fromLow)
            throws SQLException {
        int inserted = connection.update(
                INSERT_MESSAGE,
                next.conversation(),
                next.lastSeq(),
                next.rev(),
                next.sender(fromLow),
                next.sentBy(fromLow),
                draft.clientMessageId().value(),
                draft.text().value(),
                draft.replyTo(),
                draft.sentAt().toEpochMilli());
        return inserted == 1;
    }

    private static Optional<Message> findStored(
            WriteConnection connection, ConversationId id, MessageDraft draft, ConversationTail tail, boolean fromLow)
            throws SQLException {
        return connection.find(
                SELECT_BY_CLIENT_ID,
                (row, number) -> MessageRow.message(id, row),
                tail.conversation(),
                tail.sender(fromLow),
                draft.clientMessageId().value());
    }
}
