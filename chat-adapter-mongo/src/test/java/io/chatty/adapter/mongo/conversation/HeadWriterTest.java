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

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
    void movesAHeadOnceInThirtySecondsAndNeverBack() {
        send(at(NOW, draft(ANNA, BOB, "one")));
        send(at(nowPlus(30), draft(BOB, ANNA, "two")));
        assertThat(activeAt()).isEqualTo(NOW);

        send(at(nowPlus(31), draft(BOB, ANNA, "three")));
        assertThat(activeAt()).isEqualTo(nowPlus(31));

        send(at(nowPlus(-90), draft(ANNA, BOB, "from a clock that went back")));
        mongo.reopen();
        send(at(nowPlus(-60), draft(ANNA, BOB, "from a node that does not know the head")));
        assertThat(activeAt()).isEqualTo(nowPlus(31));
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
