package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncServiceTest {

    private static final Duration LONG = SyncUseCase.MAX_WAIT;

    private final ConversationScene scene = new ConversationScene();
    private final SyncUseCase sync = scene.assembly.sync();

    @Test
    void beginsFromNowWithNothingToTell() {
        scene.send(ANNA, BOB, "hi");

        SyncPage page = ask(BOB, null, LONG).join();

        assertThat(page.conversations()).isEmpty();
        assertThat(page.hasMore()).isFalse();
        assertThat(ask(BOB, page.next(), Duration.ZERO).join()).isEqualTo(page);
    }

    @Test
    void tellsAtOnceWhatHasHappened() {
        SyncCursor start = start(BOB);
        scene.send(ANNA, BOB, "hi");

        SyncPage page = ask(BOB, start, LONG).join();

        assertThat(ids(page)).containsExactly(ANNA_WITH_BOB);
        assertThat(page.conversations())
                .containsExactly(scene.assembly.getConversation().get(BOB.id(), ANNA_WITH_BOB));
        assertThat(scene.waiting.waiting()).isZero();
    }

    @Test
    void waitsForAMessage() {
        CompletableFuture<SyncPage> answer = ask(BOB, start(BOB), LONG);
        assertThat(answer).isNotDone();

        scene.send(ANNA, BOB, "hi");

        assertThat(ids(answer.join())).containsExactly(ANNA_WITH_BOB);
        assertThat(scene.waiting.waiting()).isZero();
    }

    @Test
    void waitsForMarksAndChangesButNotForTyping() {
        scene.send(ANNA, BOB, "hi");
        CompletableFuture<SyncPage> annas = ask(ANNA, start(ANNA), LONG);
        scene.assembly.signalTyping().signal(BOB.id(), ANNA_WITH_BOB, true);
        assertThat(annas).isNotDone();

        scene.assembly.updateReceipts().update(BOB.id(), ANNA_WITH_BOB, MarkReport.read(1));

        assertThat(ids(annas.join())).containsExactly(ANNA_WITH_BOB);
        CompletableFuture<SyncPage> bobs = ask(BOB, start(BOB), LONG);
        scene.assembly.deleteMessage().delete(ANNA.id(), ANNA_WITH_BOB, 1);
        assertThat(ids(bobs.join())).containsExactly(ANNA_WITH_BOB);
    }

    @Test
    void endsWhenTheTimeIsUpWhereItBegan() {
        SyncCursor start = start(BOB);
        CompletableFuture<SyncPage> answer = ask(BOB, start, Duration.ofSeconds(5));

        scene.waiting.pass(4_999);
        assertThat(answer).isNotDone();
        scene.waiting.pass(5_000);

        assertThat(answer.join()).isEqualTo(new SyncPage(List.of(), start, false));
    }

    @Test
    void endsEarlyWhenItIsEnded() {
        SyncCursor start = start(BOB);
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<SyncPage> answer = ask(BOB, start, LONG, end);

        end.complete(null);

        assertThat(answer.join()).isEqualTo(new SyncPage(List.of(), start, false));
        assertThat(scene.waiting.waiting()).isZero();
    }

    @Test
    void failsWithWhatEndsIt() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<SyncPage> answer = ask(BOB, start(BOB), LONG, end);

        end.completeExceptionally(ErrorCode.SESSION_REVOKED.refusal());

        assertThatThrownBy(answer::join).cause().hasMessage(ErrorCode.SESSION_REVOKED.name());
        assertThat(scene.waiting.waiting()).isZero();
    }

    @Test
    void letsFourWaitForOnePersonAndEndsTheOldest() {
        SyncCursor start = start(BOB);
        List<CompletableFuture<SyncPage>> waiting =
                Stream.generate(() -> ask(BOB, start, LONG)).limit(4).toList();
        CompletableFuture<SyncPage> another = ask(CARA, start(CARA), LONG);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        CompletableFuture<SyncPage> fifth = ask(BOB, start, LONG);

        assertThat(waiting.get(0).join()).isEqualTo(new SyncPage(List.of(), start, false));
        assertThat(waiting.subList(1, 4)).noneMatch(CompletableFuture::isDone);
        scene.send(ANNA, BOB, "hi");
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(ids(fifth.join())).containsExactly(ANNA_WITH_BOB);
        assertThat(another).isNotDone();
    }

    @Test
    void refusesACursorOfAnotherEpoch() {
        SyncCursor start = start(BOB);
        SyncCursor other = new SyncCursor("another", start.newest(), start.digest(), null);

        assertThatThrownBy(() -> ask(BOB, other, LONG).join()).cause().hasMessage(ErrorCode.SYNC_RESET.name());
        assertThat(scene.waiting.waiting()).isZero();
    }

    private SyncCursor start(User user) {
        return ask(user, null, Duration.ZERO).join().next();
    }

    private CompletableFuture<SyncPage> ask(User user, @Nullable SyncCursor since, Duration patience) {
        return ask(user, since, patience, new CompletableFuture<>());
    }

    private CompletableFuture<SyncPage> ask(
            User user, @Nullable SyncCursor since, Duration patience, CompletableFuture<Void> end) {
        return sync.sync(new SyncQuery(user.id(), since, 50, patience, end)).toCompletableFuture();
    }

    private static List<ConversationId> ids(SyncPage page) {
        return page.conversations().stream().map(view -> view.entry().id()).toList();
    }
}
