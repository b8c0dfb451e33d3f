package io.chatty.application.conversation;

import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDeleted;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.MessageUpdated;
import io.chatty.domain.conversation.Reaction;
import io.chatty.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeMessageTest {

    private static final Emoji THUMB = new Emoji("👍");

    private final ConversationScene scene = new ConversationScene();

    @BeforeEach
    void say() {
        scene.send(ANNA, BOB, "hi");
        scene.startListening();
    }

    @Test
    void editsAndTellsBoth() {
        scene.clock.advance(Duration.ofSeconds(60));

        Message edited = await(edit(ANNA, 1, "hello"));

        assertThat(edited.text()).isEqualTo(new MessageText("hello"));
        assertThat(edited.editedAt()).isEqualTo(nowPlus(60));
        assertThat(edited).isEqualTo(scene.stored(1));
        assertTold(new MessageUpdated(edited, nowPlus(60)));
    }

    @Test
    void deletesAndTellsBoth() {
        scene.clock.advance(Duration.ofDays(1_000));

        Message deleted = await(scene.assembly.deleteMessage().delete(ANNA.id(), ANNA_WITH_BOB, 1));

        assertThat(deleted.isDeleted()).isTrue();
        assertThat(deleted).isEqualTo(scene.stored(1));
        assertTold(new MessageDeleted(deleted, scene.clock.instant()));
    }

    @Test
    void addsAndRemovesReactionsAndTellsBoth() {
        Message loved = await(scene.assembly.addReaction().add(BOB.id(), ANNA_WITH_BOB, 1, THUMB));

        assertThat(loved.reactions()).containsExactly(new Reaction(BOB.id(), THUMB));
        assertTold(new MessageUpdated(loved, scene.clock.instant()));
        scene.startListening();

        Message after = await(scene.assembly.removeReaction().remove(BOB.id(), ANNA_WITH_BOB, 1, THUMB));

        assertThat(after.reactions()).isEmpty();
        assertThat(after.rev()).isEqualTo(3);
        assertTold(new MessageUpdated(after, scene.clock.instant()));
    }

    @Test
    void tellsNobodyWhereNothingChanges() {
        assertThat(await(edit(ANNA, 1, "hi"))).isEqualTo(scene.stored(1));
        assertThat(await(scene.assembly.removeReaction().remove(BOB.id(), ANNA_WITH_BOB, 1, THUMB)))
                .isEqualTo(scene.stored(1));

        verifyNoInteractions(scene.notifier);
    }

    @Test
    void refusesWhatIsNotAllowedAndTellsNobody() {
        assertRefused(ErrorCode.NOT_FOUND, edit(CARA, 1, "hello"));
        assertRefused(ErrorCode.NOT_FOUND, edit(ANNA, 2, "hello"));
        assertRefused(ErrorCode.NOT_MESSAGE_AUTHOR, edit(BOB, 1, "hello"));
        assertRefused(
                ErrorCode.NOT_MESSAGE_AUTHOR, scene.assembly.deleteMessage().delete(BOB.id(), ANNA_WITH_BOB, 1));
        scene.clock.advance(ConversationScene.LIMITS.editWindow());
        assertRefused(ErrorCode.EDIT_WINDOW_CLOSED, edit(ANNA, 1, "hello"));

        verifyNoInteractions(scene.notifier);
    }

    @Test
    void readsWhatChanged() {
        scene.send(BOB, ANNA, "yes");
        await(edit(ANNA, 1, "hello"));

        var page = scene.assembly.readChanges().read(BOB.id(), ANNA_WITH_BOB, 2, 10);

        assertThat(page.messages()).containsExactly(scene.stored(1));
        assertThat(page.rev()).isEqualTo(3);
        assertThatThrownBy(() -> scene.assembly.readChanges().read(CARA.id(), ANNA_WITH_BOB, 0, 10))
                .hasMessage(ErrorCode.NOT_FOUND.name());
    }

    private CompletionStage<Message> edit(User by, long seq, String text) {
        return scene.assembly.editMessage().edit(by.id(), ANNA_WITH_BOB, seq, new MessageText(text));
    }

    private void assertTold(ConversationEvent event) {
        assertThat(List.of(scene.toldTo(ANNA), scene.toldTo(BOB))).isEqualTo(List.of(List.of(event), List.of(event)));
    }

    private static void assertRefused(ErrorCode code, CompletionStage<Message> answer) {
        assertThatThrownBy(() -> await(answer)).cause().hasMessage(code.name());
    }

    private static Message await(CompletionStage<Message> answer) {
        return answer.toCompletableFuture().join();
    }
}
