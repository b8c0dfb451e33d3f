package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** What is stored once for a pair that has exchanged a message. The numbers are those of the messages and not here. */
final class HeadDocuments {

    static final String COLLECTION = "conversations";

    /** The two people, the lower id first. */
    static final String MEMBERS = "members";

    /** A time of a message, at most {@link HeadWriter#LAG} before the last one. */
    static final String ACTIVE_AT = "activeAt";

    /** The time of the first message. */
    private static final String STARTED_AT = "startedAt";

    private HeadDocuments() {}

    static ConversationId conversation(Document head) {
        return new ConversationId(head.getString("_id"));
    }

    /** What never changes. */
    static Document birth(Participants participants, Instant firstSentAt) {
        return new Document(
                        MEMBERS,
                        List.of(participants.low().value(), participants.high().value()))
                .append(STARTED_AT, Date.from(firstSentAt));
    }

    static Participants participants(Document head) {
        List<String> members = head.getList(MEMBERS, String.class);
        return new Participants(new UserId(members.get(0)), new UserId(members.get(1)));
    }

    static Instant startedAt(Document head) {
        return head.getDate(STARTED_AT).toInstant();
    }

    static Instant activeAt(Document head) {
        return head.getDate(ACTIVE_AT).toInstant();
    }
}
