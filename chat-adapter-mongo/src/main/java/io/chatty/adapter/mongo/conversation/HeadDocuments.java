package io.chatty.adapter.mongo.conversation;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Variable;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.jspecify.annotations.Nullable;

/** What is stored once for a pair that has exchanged a message. The numbers are those of the messages and not here. */
final class HeadDocuments {

    static final String COLLECTION = "conversations";

    /** The two people, the lower id first. */
    static final String MEMBERS = "members";

    /** A time of a message, at most {@link HeadWriter#LAG} before the last one and {@link HeadWriter#CLOCKS} after it. */
    static final String ACTIVE_AT = "activeAt";

    private static final String REV = "rev";
    private static final String LAST = "last";

    private HeadDocuments() {}

    /** What never changes. */
    static Document birth(Participants participants) {
        return new Document(
                MEMBERS, List.of(participants.low().value(), participants.high().value()));
    }

    /**
     * Puts to heads what is read of their messages: the one with the highest number of a change, and the last one. One key
     * of an index each; the number first, so that no message is newer than it is.
     */
    static List<Bson> tails(List<String> ids) {
        Document ofConversation = expression("$eq", List.of("$c", "$$id"));
        Document above = new Document("$gt", List.of("$_id", MessageDocuments.idBound("$$id", new MinKey())));
        Document below = new Document("$lt", List.of("$_id", MessageDocuments.idBound("$$id", new MaxKey())));
        return List.of(
                Aggregates.match(Filters.in("_id", ids)),
                Aggregates.project(Projections.include(ACTIVE_AT)),
                lookup(REV, ofConversation, MessageReader.HIGHEST_REV_FIRST),
                lookup(LAST, expression("$and", List.of(above, below)), MessageReader.NEWEST_FIRST));
    }

    private static Bson lookup(String name, Document condition, Bson order) {
        return Aggregates.lookup(
                MessageDocuments.COLLECTION,
                List.of(new Variable<>("id", "$_id")),
                List.of(Aggregates.match(condition), Aggregates.sort(order), Aggregates.limit(1)),
                name);
    }

    private static Document expression(String operator, List<?> operands) {
        return new Document("$expr", new Document(operator, operands));
    }

    static ConversationId conversation(Document head) {
        return new ConversationId(head.getString("_id"));
    }

    static Participants participants(Document head) {
        List<String> members = head.getList(MEMBERS, String.class);
        return new Participants(new UserId(members.get(0)), new UserId(members.get(1)));
    }

    static Instant activeAt(Document head) {
        return head.getDate(ACTIVE_AT).toInstant();
    }

    /** The last message of a tail. */
    static @Nullable Document last(Document tail) {
        return tail.getList(LAST, Document.class).stream().findFirst().orElse(null);
    }

    /** The highest number of a change of a tail. */
    static long rev(Document tail) {
        return tail.getList(REV, Document.class).stream()
                .mapToLong(MessageDocuments::highestRev)
                .findFirst()
                .orElse(0);
    }
}
