package io.chatty.adapter.sqlite.conversation;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads messages from rows. */
final class MessageRow {

    /** Of the alias {@code x}, a message, and {@code s}, its sender. */
    static final String COLUMNS =
            "x.seq, x.rev AS message_rev, s.id AS sender_id, x.client_id, x.text, x.reply_to, x.sent_at";

    private MessageRow() {}

    static Message message(ConversationId conversation, ResultSet row) throws SQLException {
        long replyTo = row.getLong("reply_to");
        return new Message(
                conversation,
                row.getLong("seq"),
                row.getLong("message_rev"),
                new UserId(row.getString("sender_id")),
                new ClientMessageId(row.getString("client_id")),
                new MessageText(row.getString("text")),
                replyTo == 0 ? null : replyTo,
                Instant.ofEpochMilli(row.getLong("sent_at")));
    }
}
