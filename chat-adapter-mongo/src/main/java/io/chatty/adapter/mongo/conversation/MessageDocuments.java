package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;

/**
 * Messages as they are stored. The id is conversation and {@code seq}, always in this order and with 64-bit numbers, so
 * that a range of ids is a range of messages.
 */
final class MessageDocuments {

    static final String COLLECTION = "messages";

    static final String CONVERSATION = "c";

    /** Every number the message ever had: one that was given up stays taken. */
    static final String REVS = "revs";

    static final String SENDER = "sender";
    static final String CLIENT_ID = "clientId";

    /** How many messages the sender had written here by then, this one included. */
    static final String SENDER_SEQ = "senderSeq";

    static final String SENT_AT = "sentAt";

    private static final String ID = "_id";
    private static final String SEQ = "s";
    private static final String REV = "rev";
    private static final String KIND = "kind";
    private static final String TEXT = "text";
    private static final String REPLY_TO = "replyTo";

    private MessageDocuments() {}

    static Document id(ConversationId conversation, long seq) {
        return idBound(conversation.value(), seq);
    }

    static Document idBound(String conversation, Object seq) {
        return new Document(CONVERSATION, conversation).append(SEQ, seq);
    }

    /** All messages of a conversation. */
    static Bson of(ConversationId conversation) {
        return and(
                gt(ID, idBound(conversation.value(), new MinKey())),
                lt(ID, idBound(conversation.value(), new MaxKey())));
    }

    /** A range of messages, both ends included. */
    static Bson of(ConversationId conversation, long from, long to) {
        return and(gte(ID, id(conversation, from)), lte(ID, id(conversation, to)));
    }

    static Document write(Message message, long senderSeq) {
        Document document = new Document(ID, id(message.conversationId(), message.seq()))
                .append(CONVERSATION, message.conversationId().value())
                .append(REVS, List.of(message.rev()))
                .append(REV, message.rev())
                .append(SENDER, message.senderId().value())
                .append(SENDER_SEQ, senderSeq)
                .append(CLIENT_ID, message.clientMessageId().value())
                .append(KIND, "text")
                .append(TEXT, message.text().value())
                .append(SENT_AT, Date.from(message.sentAt()));
        if (message.replyTo() != null) {
            document.append(REPLY_TO, message.replyTo());
        }
        return document;
    }

    static Message read(Document document) {
        return new Message(
                new ConversationId(document.getString(CONVERSATION)),
                seq(document),
                document.getLong(REV),
                new UserId(document.getString(SENDER)),
                new ClientMessageId(document.getString(CLIENT_ID)),
                new MessageText(document.getString(TEXT)),
                document.getLong(REPLY_TO),
                sentAt(document));
    }

    static Instant sentAt(Document document) {
        return document.getDate(SENT_AT).toInstant();
    }

    static long highestRev(Document document) {
        return document.getList(REVS, Long.class).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    static long seq(Document document) {
        return document.get(ID, Document.class).getLong(SEQ);
    }

    /** How many messages a person had written by a message, itself included. */
    static long writtenBy(UserId person, Document document) {
        long bySender = document.getLong(SENDER_SEQ);
        return document.getString(SENDER).equals(person.value()) ? bySender : seq(document) - bySender;
    }
}
