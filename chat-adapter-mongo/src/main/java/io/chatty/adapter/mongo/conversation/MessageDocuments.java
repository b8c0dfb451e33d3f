package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Updates;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Reaction;
import io.chatty.domain.conversation.StoredMessage;
import io.chatty.domain.conversation.StoredReaction;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.jspecify.annotations.Nullable;

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

    /** What is left of a deleted message beside its numbers: conversation, sender, {@code seq}; absent while it lives. */
    static final String TOMBSTONE = "tombstone";

    /** How many tombstones there are, where they are counted. */
    static final String DELETED = "deleted";

    private static final String ID = "_id";
    private static final String SEQ = "s";
    private static final String REV = "rev";

    /** The numbers of the changes themselves: what stands at a place here took the number after it in {@code revs}. */
    private static final String CHANGE_IDS = "changeIds";

    private static final String KIND = "kind";
    private static final String TEXT = "text";
    private static final String REPLY_TO = "replyTo";
    static final String SENT_AT = "sentAt";
    private static final String EDITED_AT = "editedAt";
    private static final String DELETED_AT = "deletedAt";
    private static final String CHANGES = "changes";
    private static final String REACTIONS = "reactions";
    private static final String REACTION_BY = "u";
    private static final String REACTION_EMOJI = "e";

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

    /** The messages with a number in a window, the lower end excluded. */
    static Bson numbered(ConversationId conversation, long after, long to) {
        return and(
                eq(CONVERSATION, conversation.value()), elemMatch(REVS, new Document("$gt", after).append("$lte", to)));
    }

    /** Counts the tombstones in spans, a range of one index each, by conversation. */
    static List<Bson> tombstones(List<UnreadSpan> spans) {
        List<Bson> within = spans.stream()
                .map(span -> and(
                        gt(TOMBSTONE, tombstone(span.conversation(), span.peer(), span.after())),
                        lte(TOMBSTONE, tombstone(span.conversation(), span.peer(), span.to()))))
                .toList();
        return List.of(
                Aggregates.match(or(within)), Aggregates.group("$" + CONVERSATION, Accumulators.sum(DELETED, 1)));
    }

    private static Document tombstone(ConversationId conversation, UserId sender, long seq) {
        return new Document(CONVERSATION, conversation.value())
                .append(SENDER, sender.value())
                .append(SEQ, seq);
    }

    /** A new message; fields in which there is nothing yet are left out. */
    static Document write(Message message, MessageText text, long senderSeq) {
        Document document = new Document(ID, id(message.conversationId(), message.seq()))
                .append(CONVERSATION, message.conversationId().value())
                .append(REVS, List.of(message.rev()))
                .append(REV, message.rev())
                .append(SENDER, message.senderId().value())
                .append(SENDER_SEQ, senderSeq)
                .append(CLIENT_ID, message.clientMessageId().value())
                .append(KIND, "text")
                .append(TEXT, text.value())
                .append(SENT_AT, Date.from(message.sentAt()));
        if (message.replyTo() != null) {
            document.append(REPLY_TO, message.replyTo());
        }
        return document;
    }

    /** Makes a message what it is after a change, and leaves nothing of what it was. */
    static Bson change(Message after, long changeId) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.push(REVS, after.rev()));
        updates.add(Updates.push(CHANGE_IDS, changeId));
        updates.add(Updates.set(REV, after.rev()));
        MessageText text = after.text();
        put(updates, TEXT, text == null ? null : text.value());
        put(updates, REPLY_TO, after.replyTo());
        put(updates, EDITED_AT, date(after.editedAt()));
        put(updates, DELETED_AT, date(after.deletedAt()));
        put(updates, CHANGES, after.changes() == 0 ? null : after.changes());
        put(
                updates,
                REACTIONS,
                after.reactions().isEmpty()
                        ? null
                        : after.reactions().stream()
                                .map(MessageDocuments::write)
                                .toList());
        put(
                updates,
                TOMBSTONE,
                after.isDeleted() ? tombstone(after.conversationId(), after.senderId(), after.seq()) : null);
        return Updates.combine(updates);
    }

    private static void put(List<Bson> updates, String field, @Nullable Object value) {
        updates.add(value == null ? Updates.unset(field) : Updates.set(field, value));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static Document write(Reaction reaction) {
        return new Document(REACTION_BY, reaction.userId().value())
                .append(REACTION_EMOJI, reaction.emoji().value());
    }

    private static Reaction readReaction(Document reaction) {
        return new Reaction(new UserId(reaction.getString(REACTION_BY)), new Emoji(reaction.getString(REACTION_EMOJI)));
    }

    /** The message as it was read, and only as that. */
    static Bson unchanged(Message before) {
        return and(eq(ID, id(before.conversationId(), before.seq())), eq(REV, before.rev()));
    }

    /** The number that a change gave the message, also if others followed; null if it is not stored. */
    static @Nullable Long numberOf(long changeId, Document document) {
        int place = document.getList(CHANGE_IDS, Long.class, List.of()).indexOf(changeId);
        return place < 0 ? null : document.getList(REVS, Long.class).get(place + 1);
    }

    static Message read(Document document) {
        String text = document.getString(TEXT);
        return new Message(
                new ConversationId(document.getString(CONVERSATION)),
                seq(document),
                document.getLong(REV),
                new UserId(document.getString(SENDER)),
                new ClientMessageId(document.getString(CLIENT_ID)),
                text == null ? null : new MessageText(text),
                document.getLong(REPLY_TO),
                document.getList(REACTIONS, Document.class, List.of()).stream()
                        .map(MessageDocuments::readReaction)
                        .toList(),
                sentAt(document),
                instant(document, EDITED_AT),
                instant(document, DELETED_AT),
                document.getInteger(CHANGES, 0));
    }

    /** What a check of the store looks at. */
    static StoredMessage stored(Document document) {
        boolean isDeleted = document.containsKey(DELETED_AT);
        Document id = document.get(ID, Document.class);
        Document tombstone = new Document(CONVERSATION, id.getString(CONVERSATION))
                .append(SENDER, document.getString(SENDER))
                .append(SEQ, id.getLong(SEQ));
        return new StoredMessage(
                seq(document),
                document.getLong(REV),
                document.getList(REVS, Long.class),
                document.getString(SENDER),
                document.getLong(SENDER_SEQ),
                document.getLong(REPLY_TO),
                document.getList(REACTIONS, Document.class, List.of()).stream()
                        .map(reaction ->
                                new StoredReaction(reaction.getString(REACTION_BY), reaction.getString(REACTION_EMOJI)))
                        .toList(),
                document.getInteger(CHANGES, 0),
                document.containsKey(TEXT),
                document.containsKey(EDITED_AT),
                isDeleted,
                isDeleted ? tombstone.equals(document.get(TOMBSTONE)) : document.containsKey(TOMBSTONE),
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
