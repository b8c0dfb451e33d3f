package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questions that are asked of the messages; each reads a handful of index keys, however long a conversation is. */
@Component
final class MessageReader {

    static final Bson NEWEST_FIRST = descending("_id");
    static final Bson HIGHEST_REV_FIRST = descending(MessageDocuments.CONVERSATION, MessageDocuments.REVS);

    private final MongoCollection<Document> messages;

    MessageReader(MongoStore store) {
        this.messages = store.collection(MessageDocuments.COLLECTION);
    }

    /** The last message, or null if there is none. */
    @Nullable
    Document last(ConversationId conversation) {
        return messages.find(MessageDocuments.of(conversation))
                .sort(NEWEST_FIRST)
                .first();
    }

    /** The highest number that any change of a conversation ever had; 0 if there is none. */
    long highestRev(ConversationId conversation) {
        Document highest = messages.find(eq(MessageDocuments.CONVERSATION, conversation.value()))
                .sort(HIGHEST_REV_FIRST)
                .projection(include(MessageDocuments.REVS))
                .first();
        return highest == null ? 0 : MessageDocuments.highestRev(highest);
    }

    /** The highest numbers; those of changes are read first, so that no message is newer than they are. */
    Head head(ConversationId conversation) {
        long rev = highestRev(conversation);
        Document last = last(conversation);
        return last == null ? Head.EMPTY : new Head(MessageDocuments.seq(last), rev);
    }

    ConversationTail tail(ConversationId conversation, Participants participants) {
        Document last = last(conversation);
        if (last == null) {
            return ConversationTail.EMPTY;
        }
        return new ConversationTail(
                new Head(MessageDocuments.seq(last), highestRev(conversation)),
                MessageDocuments.writtenBy(participants.low(), last));
    }

    List<Document> range(ConversationId conversation, long from, long to) {
        return messages.find(MessageDocuments.of(conversation, from, to))
                .sort(ascending("_id"))
                .into(new ArrayList<>());
    }

    /** The messages that ever had a number of a window, the lower end excluded, in no order. */
    List<Document> numbered(ConversationId conversation, long after, long to) {
        return messages.find(MessageDocuments.numbered(conversation, after, to)).into(new ArrayList<>());
    }

    /** How many messages are deleted in spans, by conversation; absent where none is. */
    Map<ConversationId, Long> tombstones(List<UnreadSpan> spans) {
        Map<ConversationId, Long> deleted = new HashMap<>();
        if (!spans.isEmpty()) {
            messages.aggregate(MessageDocuments.tombstones(spans))
                    .forEach(counted -> deleted.put(
                            new ConversationId(counted.getString("_id")),
                            counted.get(MessageDocuments.DELETED, Number.class).longValue()));
        }
        return deleted;
    }

    /** Those of the messages that exist. */
    List<Document> byIds(Collection<Document> ids) {
        return ids.isEmpty() ? List.of() : messages.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** Those of some messages that exist, with what tells when they were sent and how many each person had written. */
    List<Document> bounds(Collection<Document> ids) {
        return ids.isEmpty()
                ? List.of()
                : messages.find(in("_id", ids))
                        .projection(
                                include(MessageDocuments.SENDER, MessageDocuments.SENDER_SEQ, MessageDocuments.SENT_AT))
                        .into(new ArrayList<>());
    }

    /** The message that a draft was stored as. */
    Optional<Message> stored(PendingAppend append) {
        MessageDraft draft = append.draft();
        return stored(append.conversation(), draft.senderId(), draft.clientMessageId());
    }

    /** The message that a sender sent under a client message id. */
    Optional<Message> stored(ConversationId conversation, UserId sender, ClientMessageId clientMessageId) {
        return Optional.ofNullable(messages.find(and(
                                eq(MessageDocuments.CONVERSATION, conversation.value()),
                                eq(MessageDocuments.SENDER, sender.value()),
                                eq(MessageDocuments.CLIENT_ID, clientMessageId.value())))
                        .first())
                .map(MessageDocuments::read);
    }
}
