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

    /** Until the first message: whose list it is in, and since when. */
    static final String EMPTY = "empty";

    static final String EMPTY_USER = "empty.user";
    static final String EMPTY_SINCE = "empty.since";

    static final String ID_CONVERSATION = "_id.c";

    /** A mark and when it moved, in one value: of two the higher mark is the greater, and its time goes with it. */
    static final String READ = "read";

    /** As {@link #READ}. */
    static final String DELIVERED = "delivered";

    private static final String LOW = "low";
    private static final String HIGH = "high";

    /** When the person opened the conversation, if it was before its first message. */
    private static final String OPENED_AT = "openedAt";

    private static final String SEQ = "seq";
    private static final String AT = "at";
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

    /** The two people, if the person opened the conversation; null if only marks are stored. */
    static @Nullable Participants participants(Document member) {
        String low = member.getString(LOW);
        return low == null ? null : new Participants(new UserId(low), new UserId(member.getString(HIGH)));
    }

    static @Nullable Instant openedAt(Document member) {
        return instant(member, OPENED_AT);
    }

    /** @param at null for 0, which has no time */
    static Document mark(long seq, @Nullable Instant at) {
        return new Document(SEQ, seq).append(AT, at == null ? null : Date.from(at));
    }

    static Marks marks(@Nullable Document member) {
        Document none = mark(0, null);
        Document read = member == null ? none : member.get(READ, none);
        Document delivered = member == null ? none : member.get(DELIVERED, none);
        return new Marks(read.getLong(SEQ), instant(read, AT), delivered.getLong(SEQ), instant(delivered, AT));
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
