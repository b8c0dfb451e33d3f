package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of how far people have read where one of the two does not show it. */
class HiddenReadingTest {

    private final ConversationScene scene = new ConversationScene();

    @BeforeEach
    void bobWroteTwice() {
        scene.send(BOB, ANNA, "one");
        scene.send(BOB, ANNA, "two");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsThePeerOfDeliveryOnly(boolean readerHides) {
        hideReading(readerHides ? ANNA : BOB);

        report(new MarkReport(1, 2));
        report(MarkReport.read(2));

        assertThat(scene.toldTo(BOB))
                .hasSize(1)
                .allMatch(event -> !((ReceiptsUpdated) event).marks().readShown());
        assertThat(scene.toldTo(ANNA))
                .hasSize(2)
                .allMatch(event -> ((ReceiptsUpdated) event).marks().readShown());
        ConversationView bobs = scene.assembly.getConversation().get(BOB.id(), ANNA_WITH_BOB);
        assertThat(bobs.peerMarks().readShown()).isFalse();
        assertThat(bobs.peerMarks().marks().deliveredSeq()).isEqualTo(2);
    }

    @Test
    void letsTheNextSyncFindWhatIsShownNow() {
        SyncPage before = sync(null);
        hideReading(ANNA);

        SyncPage after = sync(before.next());

        assertThat(after.conversations())
                .hasSize(1)
                .noneMatch(view -> view.peerMarks().readShown());
    }

    private SyncPage sync(@Nullable SyncCursor since) {
        return scene.assembly
                .sync()
                .sync(new SyncQuery(BOB.id(), since, 10, Duration.ZERO, new CompletableFuture<>()))
                .toCompletableFuture()
                .join();
    }

    private void hideReading(User person) {
        scene.clock.advance(Duration.ofSeconds(1));
        scene.store.users().change(person.id(), new ProfileChange(null, false, null, null));
        scene.relations.changed(person.id());
        scene.startListening();
    }

    private void report(MarkReport report) {
        scene.assembly.updateReceipts().update(ANNA.id(), ANNA_WITH_BOB, report);
    }
}
