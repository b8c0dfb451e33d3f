package io.chatty.adapter.sqlite.conversation;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ChangeOutcome.Changed;
import io.chatty.domain.conversation.ChangeOutcome.Unchanged;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Reaction;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The writer's side of {@code change}: writes the message after over the message before. */
@Component
final class MessageChanger {

    private static final String SELECT_MESSAGE = "SELECT " + MessageRow.COLUMNS
            + " FROM message x JOIN users s ON s.key = x.sender WHERE x.conversation = ? AND x.seq = ?";

    private static final String UPDATE_MESSAGE = """
            UPDATE message SET rev = ?, text = ?, reply_to = ?, edited_at = ?, deleted_at = ?, changes = ?
            WHERE conversation = ? AND seq = ?
            """;

    private static final String DELETE_REACTION = """
            DELETE FROM reaction
            WHERE conversation = ? AND seq = ? AND user = (SELECT key FROM users WHERE id = ?) AND emoji = ?
            """;

    private static final String INSERT_REACTION = """
            INSERT INTO reaction (conversation, seq, user, emoji, rev)
            VALUES (?, ?, (SELECT key FROM users WHERE id = ?), ?, ?)
            """;

    private final ConversationTails tails;
    private final Touches touches;

    MessageChanger(ConversationTails tails, Touches touches) {
        this.tails = tails;
        this.touches = touches;
    }

    /** Changes a message of a conversation; runs on the writer's thread. */
    ChangeOutcome change(WriteConnection connection, ConversationId id, MessageChange change) throws SQLException {
        ConversationTail tail = tails.find(connection, id).orElseThrow(NOT_FOUND::refusal);
        Message before = connection
                .find(SELECT_MESSAGE, (row, number) -> MessageRow.message(id, row), tail.conversation(), change.seq())
                .orElseThrow(NOT_FOUND::refusal);
        Message wanted = change.verb().apply(before);
        if (wanted.equals(before)) {
            return new Unchanged(before);
        }
        ConversationTail next = tail.changed();
        Message after = wanted.numbered(next.rev());
        update(connection, next.conversation(), after);
        replaceReactions(connection, next.conversation(), before, after);
        touches.both(connection, next.conversation(), change.at());
        tails.move(id, next);
        return new Changed(after);
    }

    private static void update(WriteConnection connection, long conversation, Message after) throws SQLException {
        MessageText text = after.text();
        connection.update(
                UPDATE_MESSAGE,
                after.rev(),
                text == null ? null : text.value(),
                after.replyTo(),
                millis(after.editedAt()),
                millis(after.deletedAt()),
                after.changes(),
                conversation,
                after.seq());
    }

    private static void replaceReactions(WriteConnection connection, long conversation, Message before, Message after)
            throws SQLException {
        for (Reaction reaction : before.reactions()) {
            if (!after.reactions().contains(reaction)) {
                connection.update(
                        DELETE_REACTION,
                        conversation,
                        after.seq(),
                        reaction.userId().value(),
                        reaction.emoji().value());
            }
        }
        for (Reaction reaction : after.reactions()) {
            if (!before.reactions().contains(reaction)) {
                connection.update(
                        INSERT_REACTION,
                        conversation,
                        after.seq(),
                        reaction.userId().value(),
                        reaction.emoji().value(),
                        after.rev());
            }
        }
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
