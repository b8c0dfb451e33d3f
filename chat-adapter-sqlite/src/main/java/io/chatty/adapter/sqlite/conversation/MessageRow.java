package io.chatty.adapter.sqlite.conversation;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Reaction;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads messages from rows. */
final class MessageRow {

    /**
     * Of the alias {@code x}, a message, and {@code s}, its sender. The reactions are one text, a person and an emoji a line;
     * they are looked for only where something changed.
     */
    static final String COLUMNS = """
            x.seq, x.rev AS message_rev, s.id AS sender_id, x.client_id, x.text, x.reply_to, x.sent_at,
            x.edited_at, x.deleted_at, x.changes,
            iif(x.changes = 0, NULL, (SELECT group_concat(u.id || ' ' || r.emoji, char(10) ORDER BY r.rev)
                FROM reaction r JOIN users u ON u.key = r.user
                WHERE r.conversation = x.conversation AND r.seq = x.seq)) AS reactions\
            """;

    private MessageRow() {}

    static Message message(ConversationId conversation, ResultSet row) throws SQLException {
        String text = row.getString("text");
        long replyTo = row.getLong("reply_to");
        return new Message(
                conversation,
                row.getLong("seq"),
                row.getLong("message_rev"),
                new UserId(row.getString("sender_id")),
                new ClientMessageId(row.getString("client_id")),
                text == null ? null : new MessageText(text),
                replyTo == 0 ? null : replyTo,
                reactions(row.getString("reactions")),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                MarksRow.time(row, "edited_at"),
                MarksRow.time(row, "deleted_at"),
                row.getInt("changes"));
    }

    private static List<Reaction> reactions(@Nullable String written) {
        return written == null
                ? List.of()
                : Stream.of(written.split("\n"))
                        .map(line -> line.split(" "))
                        .map(parts -> new Reaction(new UserId(parts[0]), new Emoji(parts[1])))
                        .toList();
    }
}
