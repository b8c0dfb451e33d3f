package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadWriterTest extends StoreContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    private Instant activeAt() {
        Document head = mongo.mongo()
                .collection(HeadDocuments.COLLECTION)
                .find(eq(ANNA_WITH_BOB.value()))
                .first();
        return HeadDocuments.activeAt(Objects.requireNonNull(head));
    }

    @Test
    void movesAHeadOnceInThirtySeconds() {
        send(at(NOW, draft(ANNA, BOB, "one")));
        send(at(nowPlus(30), draft(BOB, ANNA, "two")));
        assertThat(activeAt()).isEqualTo(NOW);

        send(at(nowPlus(31), draft(BOB, ANNA, "three")));
        assertThat(activeAt()).isEqualTo(nowPlus(31));
    }

    @Test
    void leavesAHeadWhereTheClocksOfTwoNodesMayDiffer() {
        send(at(nowPlus(60), draft(ANNA, BOB, "one")));
        send(at(NOW, draft(BOB, ANNA, "from another clock")));
        mongo.reopen();
        send(at(NOW, draft(BOB, ANNA, "from a node that does not know the head")));
        send(at(nowPlus(2), draft(BOB, ANNA, "a bit later")));

        assertThat(activeAt()).isEqualTo(nowPlus(60));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void movesAHeadBackThatIsFurtherAhead(boolean startsAgain) {
        send(at(nowPlus(61), draft(ANNA, BOB, "ahead")));
        if (startsAgain) {
            mongo.reopen();
        }

        send(at(NOW, draft(BOB, ANNA, "the right time")));
        assertThat(activeAt()).isEqualTo(NOW);

        send(at(nowPlus(31), draft(BOB, ANNA, "goes on")));
        assertThat(activeAt()).isEqualTo(nowPlus(31));
    }

    /** However often a clock goes back by less than what is let be. */
    @Test
    void movesAHeadBackThatIsFurtherAheadInTheEnd() {
        send(at(nowPlus(90), draft(ANNA, BOB, "ahead")));
        mongo.reopen();
        send(at(nowPlus(45), draft(BOB, ANNA, "back")));
        send(at(NOW, draft(BOB, ANNA, "back again")));

        assertThat(activeAt()).isEqualTo(NOW);
    }

    @Test
    void movesNoHeadBackToARepeatThatIsNotTheLast() {
        MessageDraft first = at(NOW, draft(ANNA, BOB, "one"));
        send(first);
        send(at(nowPlus(3_600), draft(BOB, ANNA, "two")));
        for (int i = 0; i < 2; i++) {
            assertThat(await(store().messages().append(first))).isInstanceOf(Replayed.class);
            assertThat(activeAt()).isEqualTo(nowPlus(3_600));
            mongo.reopen();
        }
        await(store().messages().append(first));

        send(at(nowPlus(600), draft(BOB, ANNA, "three")));

        assertThat(activeAt()).isEqualTo(nowPlus(600));
    }

    /** As it is when a node ends between the two. */
    @Test
    void movesAHeadBackToARepeatOfTheLast() {
        send(at(nowPlus(3_600), draft(ANNA, BOB, "ahead")));
        MessageDraft last = at(NOW, draft(BOB, ANNA, "the right time"));
        send(last);
        mongo.mongo()
                .collection(HeadDocuments.COLLECTION)
                .updateOne(eq(ANNA_WITH_BOB.value()), Updates.set(HeadDocuments.ACTIVE_AT, Date.from(nowPlus(3_600))));
        mongo.reopen();

        assertThat(await(store().messages().append(last))).isInstanceOf(Replayed.class);

        assertThat(activeAt()).isEqualTo(NOW);
    }

    @Test
    void movesAHeadBeforeItsMessageIsAcknowledged() {
        CompletionStage<Instant> seen = store().messages()
                .append(at(nowPlus(120), draft(ANNA, BOB, "hello")))
                .thenApply(outcome -> activeAt());

        assertThat(await(seen)).isEqualTo(nowPlus(120));
    }

    @Test
    void listsNoConversationAsOpenedOnceItHasAMessage() {
        store().conversations().open(ANNA_AND_BOB, ANNA.id(), NOW);
        store().conversations().open(ANNA_AND_BOB, BOB.id(), NOW);

        send(draft(ANNA, BOB, "hello"));

        List<Document> members =
                mongo.mongo().collection(MemberDocuments.COLLECTION).find().into(new ArrayList<>());
        assertThat(members).hasSize(2).noneMatch(member -> member.containsKey(MemberDocuments.EMPTY));
    }
}
