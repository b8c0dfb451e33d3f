package io.chatty.adapter.mongo.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.conversation.SyncStep;
import io.chatty.domain.user.ProfileChange;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.SyncReaders;
import io.chatty.testkit.conversation.SyncRepositoryContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSyncRepositoryTest extends SyncRepositoryContract {

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

    @Test
    void findsWhatHappensAfterAStartUnderAClockThatWasSetBack() {
        send(draft(ANNA, BOB, "hello"));
        send(at(nowPlus(3_600), draft(CARA, ANNA, "hello")));
        SyncCursor cursor = reader().start(ANNA.id());
        mongo.reopen();

        send(at(NOW, draft(ANNA, BOB, "hello")));

        assertThat(reader().step(ANNA.id(), cursor, 10).changed()).contains(ANNA_WITH_BOB);
    }

    @Test
    void findsMarksOfAnOldConversationOnceTheyAreWritten() {
        send(draft(ANNA, BOB, "hello"));
        send(at(nowPlus(3_600), draft(CARA, ANNA, "hello")));
        SyncCursor cursor = reader().start(ANNA.id());

        store().marks().advance(ANNA_WITH_BOB, BOB.id(), MarkReport.read(1), PeerSight.ALL, nowPlus(3_601));
        mongo.reopen();

        assertThat(reader().step(ANNA.id(), cursor, 10).changed()).contains(ANNA_WITH_BOB);
    }

    @Test
    void findsNoMarksOfAnOldConversationThatAreNotShown() {
        store().users().change(BOB.id(), new ProfileChange(null, false, null, null));
        send(draft(ANNA, BOB, "one"));
        send(draft(ANNA, BOB, "two"));
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(0, 1), PeerSight.DELIVERED, nowPlus(1));
        send(at(nowPlus(3_600), draft(CARA, ANNA, "hello")));
        mongo.reopen();
        SyncCursor annas = reader().start(ANNA.id());
        SyncCursor bobs = reader().start(BOB.id());

        store().marks().advance(ANNA_WITH_BOB, BOB.id(), MarkReport.read(1), PeerSight.DELIVERED, nowPlus(3_601));
        mongo.reopen();

        assertThat(reader().step(ANNA.id(), annas, 10)).isEqualTo(new SyncStep(List.of(), annas, false));
        assertThat(reader().step(BOB.id(), bobs, 10).changed()).containsExactly(ANNA_WITH_BOB);

        // The one that is shown and the one that is not are written together.
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(0, 2), PeerSight.DELIVERED, nowPlus(3_602));
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), MarkReport.read(2), PeerSight.DELIVERED, nowPlus(3_603));
        mongo.reopen();

        assertThat(reader().step(ANNA.id(), annas, 10).changed()).contains(ANNA_WITH_BOB);
    }

    private SyncReader reader() {
        return SyncReaders.of(store());
    }
}
