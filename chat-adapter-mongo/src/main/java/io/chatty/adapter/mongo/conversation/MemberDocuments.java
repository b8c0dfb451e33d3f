package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is stored for one person of a conversation; absent while there is nothing to say. */
final class MemberDocuments {

    static final String COLLECTION = "members";

    static final String LOW = "low";
    static final String HIGH = "high";

    /** When the person opened the conversation, if it was before its first message. */
    static final String OPENED_AT = "openedAt";

    /** Until the first message: whose list it is in, and since when. */
    static final String EMPTY = "empty";

    static final String EMPTY_USER = "empty.user";
    static final String EMPTY_SINCE = "empty.since";

    static final String ID_CONVERSATION = "_id.c";

    static final String READ_SEQ = "readSeq";
    static final String READ_AT = "readAt";
    static final String DELIVERED_SEQ = "deliveredSeq";
    static final String DELIVERED_AT = "deliveredAt";

    private static final String CONVERSATION = "c";
    private static final String USER = "u";

    private MemberDocuments() {}

    static Document id(ConversationId conversation, UserId user) {
        return new Document(CONVERSATION, conversation.value()).append(USER, user.value());
    }

    static List<Document> ids(ConversationId conversation, Participants participants) {
        return List.of(id(conversation, participants.low()), id(conversation, participants.high()));
    }

    /** What a person's opening of an empty conversation stores. */
    static Document opened(Participants participants, UserId opener, Instant now) {
        Date at = Date.from(now);
        return new Document(LOW, participants.low().value())
                .append(HIGH, participants.high().value())
                .append(OPENED_AT, at)
                .append(EMPTY, new Document("user", opener.value()).append("since", at));
    }

    static ConversationId conversation(Document member) {
        return new ConversationId(member.get("_id", Document.class).getString(CONVERSATION));
    }

    static UserId user(Document member) {
        return new UserId(member.get("_id", Document.class).getString(USER));
    }

    /** The two people, if the person opened the conversation; null if only marks are stored. */
    static @Nullable Participants participants(Document member) {
        String low = member.getString(LOW);
        return low == null ? null : new Participants(new UserId(low), new UserId(member.getString(HIGH)));
    }

    static @Nullable Instant openedAt(Document member) {
        return instant(member, OPENED_AT);
    }

    static Marks marks(@Nullable Document member) {
        if (member == null) {
            return Marks.NONE;
        }
        Long read = member.getLong(READ_SEQ);
        Long delivered = member.getLong(DELIVERED_SEQ);
        return new Marks(
                read == null ? 0 : read,
                instant(member, READ_AT),
                delivered == null ? 0 : delivered,
                instant(member, DELIVERED_AT));
    }

    private static @Nullable Instant instant(Document member, String field) {
        Date date = member.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
