package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.user.AccountField;
import io.chatty.domain.user.DisplayName;
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsNoSyncBetrayWhatIsHidden(boolean readerHides) {
        hideReading(readerHides ? ANNA : BOB);
        report(new MarkReport(0, 2));
        SyncPage before = sync(null);
        scene.clock.advance(Duration.ofSeconds(1));

        report(MarkReport.read(1));

        assertThat(sync(before.next())).isEqualTo(before);
        // Nor in a cursor that goes on for another reason.
        report(MarkReport.read(2));
        assertThat(sync(null).next()).isEqualTo(before.next());
    }

    @Test
    void letsTheNextSyncFindWhatWasHiddenOnceItIsShown() {
        hideReading(ANNA);
        report(MarkReport.read(2));
        SyncPage before = sync(null);

        change(ANNA, new ProfileChange(null, true, null, null));

        assertThat(sync(before.next()).conversations()).singleElement().satisfies(view -> {
            assertThat(view.peerMarks().readShown()).isTrue();
            assertThat(view.peerMarks().marks().readSeq()).isEqualTo(2);
        });
    }

    @Test
    void findsWhatMovedWhileItWasThoughtHidden() {
        SyncPage before = sync(null);

        scene.store
                .marks()
                .advance(ANNA_WITH_BOB, ANNA.id(), MarkReport.read(2), PeerSight.NOTHING, scene.clock.instant());

        assertThat(sync(before.next()).conversations()).hasSize(1);
    }

    @Test
    void wakesNobodyForWhatShowsInNoConversation() {
        CompletableFuture<SyncPage> answer = waitFor(BOB);
        SyncPage before = sync(null);

        change(ANNA, new ProfileChange(null, null, false, null));
        change(ANNA, new ProfileChange(null, null, null, false));

        assertThat(answer).isNotDone();
        assertThat(sync(before.next())).isEqualTo(before);

        change(ANNA, new ProfileChange(new DisplayName("Anna Stone"), null, null, null));

        assertThat(answer.join().conversations()).hasSize(1);
    }

    @Test
    void tellsWhoOpenedAnEmptyConversationWhatChangesThere() {
        scene.assembly.openConversation(scene.limiter).open(BOB.id(), CARA.id());
        SyncPage before = sync(null);
        change(CARA, new ProfileChange(null, null, null, false));
        SyncPage hidden = sync(before.next());
        change(CARA, new ProfileChange(new DisplayName("Cara Stone"), null, null, null));
        SyncPage renamed = sync(hidden.next());
        scene.clock.advance(Duration.ofSeconds(1));
        scene.store.users().delete(CARA.id(), scene.clock.instant());
        scene.relations.deleted(CARA.id());
        SyncPage deleted = sync(renamed.next());

        ConversationId opened = pair(BOB, CARA).conversationId();
        assertThat(of(hidden, opened).canSend()).isFalse();
        assertThat(of(renamed, opened).peer().name()).isEqualTo(new DisplayName("Cara Stone"));
        assertThat(of(deleted, opened).peer().isDeleted()).isTrue();
    }

    private static ConversationView of(SyncPage page, ConversationId conversation) {
        return page.conversations().stream()
                .filter(view -> view.entry().id().equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    private SyncPage sync(@Nullable SyncCursor since) {
        return scene.assembly
                .sync()
                .sync(new SyncQuery(BOB.id(), since, 10, Duration.ZERO, new CompletableFuture<>()))
                .toCompletableFuture()
                .join();
    }

    private CompletableFuture<SyncPage> waitFor(User person) {
        SyncCursor since = sync(null).next();
        return scene.assembly
                .sync()
                .sync(new SyncQuery(person.id(), since, 10, SyncUseCase.MAX_WAIT, new CompletableFuture<>()))
                .toCompletableFuture();
    }

    private void hideReading(User person) {
        change(person, new ProfileChange(null, false, null, null));
    }

    private void change(User person, ProfileChange change) {
        scene.clock.advance(Duration.ofSeconds(1));
        scene.store.users().change(person.id(), change);
        scene.relations.changed(person.id(), AccountField.named(change));
        scene.startListening();
    }

    private void report(MarkReport report) {
        scene.assembly.updateReceipts().update(ANNA.id(), ANNA_WITH_BOB, report);
    }
}
