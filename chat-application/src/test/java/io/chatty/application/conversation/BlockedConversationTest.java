package io.chatty.application.conversation;

import static io.chatty.application.conversation.ConversationScene.into;
import static io.chatty.application.conversation.ConversationScene.message;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.application.conversation.SendMessageCommand.Target;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.user.AccountField;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a conversation when one of its people blocks the other, or deletes the account. */
class BlockedConversationTest {

    private final ConversationScene scene = new ConversationScene();

    @BeforeEach
    void annaAndBobWroteToEachOther() {
        scene.send(ANNA, BOB, "one");
        scene.send(BOB, ANNA, "two");
        scene.startListening();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesSendsEditsAndReactionsOfBothAndTakesDeletions(boolean annaBlocks) {
        if (annaBlocks) {
            block(ANNA, BOB);
        } else {
            block(BOB, ANNA);
        }

        assertThat(scene.refusalOf(message(ANNA, BOB, "new", "new")).code()).isEqualTo(ErrorCode.CANNOT_MESSAGE_USER);
        assertThat(scene.refusalOf(into(new Target.ToConversation(ANNA_WITH_BOB), message(ANNA, BOB, "new", "new")))
                        .code())
                .isEqualTo(ErrorCode.CANNOT_MESSAGE_USER);
        assertRefused(scene.assembly.editMessage().edit(ANNA.id(), ANNA_WITH_BOB, 1, new MessageText("changed")));
        assertRefused(scene.assembly.addReaction().add(ANNA.id(), ANNA_WITH_BOB, 2, new Emoji("👍")));
        assertRefused(scene.assembly.removeReaction().remove(ANNA.id(), ANNA_WITH_BOB, 2, new Emoji("👍")));
        scene.assembly
                .deleteMessage()
                .delete(ANNA.id(), ANNA_WITH_BOB, 1)
                .toCompletableFuture()
                .join();
        assertThat(scene.stored(1).isDeleted()).isTrue();
        assertThat(scene.store.messages().head(ANNA_WITH_BOB).lastSeq()).isEqualTo(2);
    }

    @Test
    void answersARepeatAlsoThen() {
        block(BOB, ANNA);

        SentMessage repeated = scene.send(message(ANNA, BOB, "one", "one"));

        assertThat(repeated.replayed()).isTrue();
        assertThat(scene.refusalOf(message(ANNA, BOB, "one", "other")).code())
                .isEqualTo(ErrorCode.CLIENT_MESSAGE_ID_REUSED);
    }

    @Test
    void showsTheBlockToTheOneWhoBlocksOnly() {
        long version = view(ANNA).entry().ownVersion();
        block(ANNA, BOB);

        ConversationView annas = view(ANNA);
        assertThat(annas.blocked()).isTrue();
        assertThat(annas.canSend()).isFalse();
        assertThat(annas.entry().ownVersion()).isEqualTo(version + 1);
        assertThat(scene.toldTo(ANNA))
                .containsExactly(new ConversationUpdated(annas.entry(), true, scene.clock.instant()));
        assertThat(view(BOB).blocked()).isFalse();
        assertThat(view(BOB).canSend()).isFalse();
        assertThat(scene.toldTo(BOB)).isEmpty();

        scene.relations.unblock(ANNA.id(), BOB.id());

        assertThat(view(ANNA).blocked()).isFalse();
        assertThat(view(BOB).canSend()).isTrue();
        assertThat(scene.toldTo(BOB)).isEmpty();
    }

    @Test
    void freezesWhatEachIsShownOfTheOthersReading() {
        report(BOB, 1);
        block(ANNA, BOB);
        scene.startListening();

        report(BOB, 2);
        report(ANNA, 2);

        assertThat(view(ANNA).peerMarks().marks().readSeq()).isEqualTo(1);
        assertThat(view(BOB).peerMarks().marks().readSeq()).isZero();
        assertThat(scene.toldTo(ANNA))
                .hasSize(1)
                .allMatch(event -> ((ReceiptsUpdated) event).userId().equals(ANNA.id()));

        scene.relations.unblock(ANNA.id(), BOB.id());

        assertThat(view(ANNA).peerMarks().marks().readSeq()).isEqualTo(2);
        assertThat(view(BOB).peerMarks().marks().readSeq()).isEqualTo(2);
    }

    @Test
    void letsNoSyncOfTheBlockedOneBetrayAnythingUntilItEnds() {
        SyncCursor cursor = syncedTo(BOB);

        block(ANNA, BOB);
        scene.clock.advance(Duration.ofSeconds(1));
        report(ANNA, 2);

        assertThat(sync(BOB, cursor)).isEqualTo(new SyncPage(List.of(), cursor, false));

        block(BOB, ANNA);
        cursor = syncedTo(BOB);
        scene.relations.unblock(ANNA.id(), BOB.id());
        assertThat(sync(BOB, cursor)).isEqualTo(new SyncPage(List.of(), cursor, false));

        SyncCursor annas = syncedTo(ANNA);
        scene.clock.advance(Duration.ofSeconds(1));
        scene.relations.unblock(BOB.id(), ANNA.id());
        assertThat(sync(ANNA, annas).conversations()).containsExactly(view(ANNA));
        assertThat(sync(BOB, cursor).conversations()).containsExactly(view(BOB));
    }

    @Test
    void keepsWhatWasFrozenWhenTheOtherBlocksToo() {
        block(ANNA, BOB);
        report(BOB, 2);

        block(BOB, ANNA);
        scene.relations.unblock(ANNA.id(), BOB.id());

        assertThat(view(ANNA).peerMarks().marks().readSeq()).isZero();
    }

    @Test
    void dropsTyping() {
        block(ANNA, BOB);
        scene.startListening();

        scene.assembly.signalTyping().signal(ANNA.id(), ANNA_WITH_BOB, true);
        scene.assembly.signalTyping().signal(BOB.id(), ANNA_WITH_BOB, true);

        assertThat(scene.toldTo(ANNA)).isEmpty();
        assertThat(scene.toldTo(BOB)).isEmpty();
    }

    @Test
    void refusesWhatGoesToADeletedAccountAlikeAndKeepsTheConversation() {
        scene.store.users().delete(BOB.id(), scene.clock.instant());
        scene.relations.deleted(BOB.id());

        assertThat(scene.refusalOf(into(new Target.ToConversation(ANNA_WITH_BOB), message(ANNA, BOB, "new", "new")))
                        .code())
                .isEqualTo(ErrorCode.CANNOT_MESSAGE_USER);
        assertThat(scene.refusalOf(message(ANNA, BOB, "new", "new")).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(scene.send(message(ANNA, BOB, "one", "one")).replayed()).isTrue();
        assertThat(view(ANNA).peer().isDeleted()).isTrue();
        assertThat(view(ANNA).canSend()).isFalse();
    }

    @Test
    void refusesAStrangerWhoHidesSince() {
        ConversationId opened = scene.assembly
                .openConversation(scene.limiter)
                .open(ANNA.id(), CARA.id())
                .conversation()
                .entry()
                .id();
        hide(CARA);

        assertThat(scene.refusalOf(message(ANNA, CARA, "new", "new")).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(scene.refusalOf(into(new Target.ToConversation(opened), message(ANNA, CARA, "new", "new")))
                        .code())
                .isEqualTo(ErrorCode.CANNOT_MESSAGE_USER);
        assertThat(scene.assembly.getConversation().get(ANNA.id(), opened).canSend())
                .isFalse();
        assertThatThrownBy(() -> scene.assembly.openConversation(scene.limiter).open(BOB.id(), CARA.id()))
                .hasMessage(ErrorCode.NOT_FOUND.name());
        hide(BOB);
        assertThat(view(ANNA).canSend()).isTrue();
    }

    private SyncCursor syncedTo(User person) {
        return sync(person, null).next();
    }

    private SyncPage sync(User person, @Nullable SyncCursor since) {
        return scene.assembly
                .sync()
                .sync(new SyncQuery(person.id(), since, 10, Duration.ZERO, new CompletableFuture<>()))
                .toCompletableFuture()
                .join();
    }

    private void hide(User person) {
        scene.store.users().change(person.id(), new ProfileChange(null, null, null, false));
        scene.relations.changed(person.id(), EnumSet.of(AccountField.DISCOVERABLE));
    }

    private void assertRefused(CompletionStage<Message> answer) {
        assertThatThrownBy(() -> answer.toCompletableFuture().join())
                .hasRootCauseMessage(ErrorCode.CANNOT_MESSAGE_USER.name());
    }

    private void report(User person, long readSeq) {
        scene.assembly.updateReceipts().update(person.id(), ANNA_WITH_BOB, MarkReport.read(readSeq));
    }

    private void block(User blocker, User blocked) {
        scene.relations.block(blocker.id(), blocked.id(), scene.clock.instant());
    }

    private ConversationView view(User viewer) {
        return scene.assembly.getConversation().get(viewer.id(), ANNA_WITH_BOB);
    }
}
