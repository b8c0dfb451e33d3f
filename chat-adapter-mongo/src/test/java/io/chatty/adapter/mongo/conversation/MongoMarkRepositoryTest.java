package io.chatty.adapter.mongo.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.MarkRepositoryContract;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoMarkRepositoryTest extends MarkRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Override
    protected Store elsewhere() {
        return mongo.otherNode().ports();
    }

    private static Marks bobs(Store store) {
        return store.conversations()
                .findAll(List.of(ANNA_WITH_BOB), BOB.id())
                .get(0)
                .ownMarks();
    }

    private void sendNine() {
        sendAll(IntStream.range(0, 9)
                .mapToObj(i -> draft(ANNA, BOB, "number " + i))
                .toList());
    }

    @Test
    void showsOnOtherNodesWithinTwoSeconds() {
        sendNine();

        store().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(4, 7), PeerSight.ALL, NOW);

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> bobs(elsewhere()), new Marks(4, NOW, 7, NOW)::equals);
        assertThat(elsewhere().marks().unreadCount(ANNA_WITH_BOB, BOB.id())).isEqualTo(5);
    }

    @Test
    void endsWithTheHighestOfBothNodes() {
        sendNine();

        store().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(4, 7), PeerSight.ALL, NOW);
        elsewhere().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(5, 6), PeerSight.ALL, nowPlus(1));

        Marks highest = new Marks(5, nowPlus(1), 7, NOW);
        for (Store node : new Store[] {store(), elsewhere()}) {
            Awaitility.await()
                    .until(() -> bobs(node).readSeq() == 5 && bobs(node).deliveredSeq() == 7);
        }
        mongo.reopen();
        assertThat(bobs(store())).isEqualTo(highest);
    }
}
