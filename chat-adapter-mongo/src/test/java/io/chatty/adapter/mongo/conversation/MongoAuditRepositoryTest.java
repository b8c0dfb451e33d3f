package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.Audit;
import io.chatty.domain.conversation.AuditRepository;
import io.chatty.domain.conversation.Breach;
import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.user.User;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.AuditRepositoryContract;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAuditRepositoryTest extends AuditRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Override
    protected AuditRepository audit() {
        return new MongoAuditRepository(mongo.mongo());
    }

    @Override
    @BeforeEach
    protected void talk() {
        super.talk();
        mongo.reopen();
    }

    @Override
    protected void plant(Damage damage) {
        switch (damage) {
            case LOST_MESSAGE -> messages().deleteOne(eq(message(2)));
            case LOST_LAST_MESSAGE -> messages().deleteOne(eq(message(3)));
            case LOST_MESSAGES -> messages().deleteMany(eq("c", ANNA_WITH_BOB.value()));
            case DOUBLED_CLIENT_MESSAGE_ID -> doubleClientMessageId();
            case DOUBLED_REV -> doubleRev();
            case VACATED_REV ->
                messages()
                        .updateOne(
                                eq(MessageDocuments.id(pair(BOB, CARA).conversationId(), 1)),
                                combine(set("revs", List.of(2L)), set("rev", 2L)));
            case WRONG_REV -> update(3, set("rev", 3L));
            case MARK_ABOVE_LAST -> bobs(set("delivered.seq", 9L));
            case READ_ABOVE_DELIVERED -> bobs(set("delivered.seq", 1L));
            case ARCHIVED_ABOVE_LAST -> bobs(set("archived.seq", 9L));
            case UNREAD_ABOVE_LAST -> bobs(set("markedUnreadSeq", 8L));
            case LOST_PLACE -> heads().deleteOne(eq(ANNA_WITH_BOB.value()));
            case TOO_LOW_IN_LIST -> head(set("activeAt", Date.from(nowPlus(40 - 3_600))));
            case TOO_HIGH_IN_LIST -> head(set("activeAt", Date.from(nowPlus(40 + 3_600))));
            case SWAPPED_PEOPLE ->
                head(set("members", List.of(BOB.id().value(), ANNA.id().value())));
            case STRANGER_IS_MEMBER ->
                members().insertOne(new Document("_id", MemberDocuments.id(ANNA_WITH_BOB, CARA.id())));
            case LOST_USER ->
                mongo.mongo().collection("users").deleteOne(eq(CARA.id().value()));
            default -> plantInMessages(damage);
        }
    }

    private void plantInMessages(Damage damage) {
        switch (damage) {
            case WRONG_SENDER_COUNT -> update(3, set("senderSeq", 5L));
            case STRANGER_WROTE -> update(3, combine(set("sender", CARA.id().value()), set("senderSeq", 1L)));
            case STRANGER_REACTED -> update(3, set("reactions", List.of(reaction(CARA, "x"))));
            case KEPT_TEXT -> update(2, set("text", "two"));
            case KEPT_REACTION -> update(2, set("reactions", List.of(reaction(ANNA, "x"))));
            case LOST_TEXT -> update(3, unset("text"));
            case WRONG_REPLY -> update(3, set("replyTo", 7L));
            case TOO_MANY_REACTIONS ->
                update(
                        3,
                        set(
                                "reactions",
                                Stream.of("a", "b", "c", "d", "e", "f", "g")
                                        .map(emoji -> reaction(BOB, emoji))
                                        .toList()));
            default -> throw new IllegalArgumentException(damage.name());
        }
    }

    private void doubleClientMessageId() {
        messages().dropIndex(Indexes.ascending("c", "sender", "clientId"));
        Document first = Objects.requireNonNull(messages().find(eq(message(1))).first());
        update(3, set("clientId", first.getString("clientId")));
    }

    private void doubleRev() {
        messages().dropIndex(Indexes.ascending("c", "revs"));
        update(3, combine(set("revs", List.of(3L, 4L)), set("rev", 4L)));
    }

    private MongoCollection<Document> messages() {
        return mongo.mongo().collection(MessageDocuments.COLLECTION);
    }

    private MongoCollection<Document> heads() {
        return mongo.mongo().collection(HeadDocuments.COLLECTION);
    }

    private MongoCollection<Document> members() {
        return mongo.mongo().collection(MemberDocuments.COLLECTION);
    }

    private static Document message(long seq) {
        return MessageDocuments.id(ANNA_WITH_BOB, seq);
    }

    private static Document reaction(User user, String emoji) {
        return new Document("u", user.id().value()).append("e", emoji);
    }

    private void update(long seq, Bson update) {
        messages().updateOne(eq(message(seq)), update);
    }

    private void head(Bson update) {
        heads().updateOne(eq(ANNA_WITH_BOB.value()), update);
    }

    private void bobs(Bson update) {
        members().updateOne(eq(MemberDocuments.id(ANNA_WITH_BOB, BOB.id())), update);
    }

    private List<Breach> found() {
        List<Breach> found = new ArrayList<>();
        AuditRepository audit = audit();
        audit.forEach((conversation, messages) -> Audit.check(audit, conversation, messages, found::add));
        return found;
    }

    @Test
    void findsMessagesThatCountWronglyAsUnread() {
        update(1, set("tombstone", new Document("c", ANNA_WITH_BOB.value())));
        update(2, set("tombstone.s", 1L));

        assertThat(found())
                .containsExactly(
                        new Breach(ANNA_WITH_BOB.value(), Kind.WRONG_TOMBSTONE, 1),
                        new Breach(ANNA_WITH_BOB.value(), Kind.WRONG_TOMBSTONE, 2));
    }

    @Test
    void findsAnArchivedConversationThatIsInTheListOfSomebodyElse() {
        bobs(set("archived.user", ANNA.id().value()));

        assertThat(found()).containsExactly(new Breach(ANNA_WITH_BOB.value(), Kind.NOT_LISTED, 3));
    }

    @Test
    void findsAConversationOfWhichOnlyMarksAreLeft() {
        members()
                .insertOne(new Document(
                        "_id", new Document("c", "c_gone").append("u", ANNA.id().value())));

        assertThat(found()).containsExactly(new Breach("c_gone", Kind.ORPHAN, 0));
    }

    @Test
    void asksNothingOfAFirstMessageThatACrashCutOff() {
        heads().deleteOne(eq(pair(BOB, CARA).conversationId().value()));

        assertThat(found()).isEmpty();
    }
}
