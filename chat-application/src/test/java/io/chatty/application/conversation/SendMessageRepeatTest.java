package io.chatty.application.conversation;

import static io.chatty.application.conversation.ConversationScene.into;
import static io.chatty.application.conversation.ConversationScene.message;
import static io.chatty.application.conversation.ConversationScene.seen;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.application.conversation.SendMessageCommand.Target;
import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDeleted;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.MessageUpdated;
import io.chatty.domain.conversation.ReceiptsUpdated;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendMessageRepeatTest {

    private static final Target INTO_ANNA_WITH_BOB = new Target.ToConversation(ANNA_WITH_BOB);

    private final ConversationScene scene = new ConversationScene();

    @Test
    void answersTheStoredMessageAndTellsItAgain() {
        Message first = scene.send(message(ANNA, BOB, "a", "hi")).message();
        List<?> told = List.copyOf(scene.toldTo(BOB));
        scene.startListening();

        SentMessage repeat = scene.send(message(ANNA, BOB, "a", "hi"));

        assertThat(repeat).isEqualTo(new SentMessage(first, true));
        assertThat(scene.toldTo(ANNA)).hasSize(1);
        assertThat(scene.toldTo(BOB)).isEqualTo(told);
        assertThat(scene.store.messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 1));
    }

    @Test
    void answersTheStoredMessageWhicheverWayItIsAddressed() {
        Message first = scene.send(message(ANNA, BOB, "a", "hi")).message();

        assertThat(scene.send(into(INTO_ANNA_WITH_BOB, message(ANNA, BOB, "a", "hi"))))
                .isEqualTo(new SentMessage(first, true));
    }

    @Test
    void countsTheReadMarkThatRidesAlong() {
        scene.send(BOB, ANNA, "one");
        scene.send(message(ANNA, BOB, "a", "hi"));
        scene.startListening();

        scene.send(seen(1, message(ANNA, BOB, "a", "hi")));

        assertThat(scene.readMarkOf(ANNA)).isOne();
        assertThat(scene.toldTo(BOB)).hasAtLeastOneElementOfType(ReceiptsUpdated.class);
    }

    @Test
    void refusesAnotherTextUnderTheSameIdAndTellsNobody() {
        scene.send(message(ANNA, BOB, "a", "hi"));
        scene.startListening();

        assertThat(scene.refusalOf(seen(1, message(ANNA, BOB, "a", "ho"))).code())
                .isEqualTo(ErrorCode.CLIENT_MESSAGE_ID_REUSED);
        verifyNoInteractions(scene.notifier);
        assertThat(scene.stored(1).text()).isEqualTo(new MessageText("hi"));
    }

    @Test
    void answersTheTombstoneOnceTheMessageIsDeleted() {
        scene.send(message(ANNA, BOB, "a", "hi"));
        Message deleted = scene.assembly
                .deleteMessage()
                .delete(ANNA.id(), ANNA_WITH_BOB, 1)
                .toCompletableFuture()
                .join();
        scene.startListening();

        assertThat(scene.send(message(ANNA, BOB, "a", "hi"))).isEqualTo(new SentMessage(deleted, true));
        assertThat(scene.store.messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 2));
        assertThat(scene.toldTo(BOB)).containsExactly(new MessageDeleted(deleted, scene.clock.instant()));
    }

    @Test
    void takesAnyTextForARepeatOnceTheMessageWasEdited() {
        scene.send(message(ANNA, BOB, "a", "hi"));
        Message edited = scene.assembly
                .editMessage()
                .edit(ANNA.id(), ANNA_WITH_BOB, 1, new MessageText("hello"))
                .toCompletableFuture()
                .join();
        scene.startListening();

        assertThat(scene.send(message(ANNA, BOB, "a", "hi"))).isEqualTo(new SentMessage(edited, true));
        assertThat(scene.toldTo(BOB)).containsExactly(new MessageUpdated(edited, scene.clock.instant()));
    }

    @Test
    void answersNothingButRepeatsWhereAllElseIsRefused() {
        SentMessage sent = scene.send(message(ANNA, BOB, "a", "hi"));
        ChatException tooMuch = ErrorCode.RATE_LIMITED.refusal();

        assertThat(scene.send(message(ANNA, BOB, "a", "hi").unlessRepeat(tooMuch)))
                .isEqualTo(new SentMessage(sent.message(), true));
        assertThat(scene.refusalOf(message(ANNA, BOB, "b", "hi").unlessRepeat(tooMuch)))
                .isSameAs(tooMuch);
        assertThat(scene.store.messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 1));
    }

    @Test
    void refusesAnotherReplyTargetUnderTheSameId() {
        scene.send(BOB, ANNA, "one");
        scene.send(message(ANNA, BOB, "a", "hi", 1L));

        assertThat(scene.refusalOf(message(ANNA, BOB, "a", "hi")).code()).isEqualTo(ErrorCode.CLIENT_MESSAGE_ID_REUSED);
    }

    @Test
    void takesTheSameIdOfThePeerForAnotherMessage() {
        scene.send(message(ANNA, BOB, "a", "hi"));

        assertThat(scene.send(message(BOB, ANNA, "a", "hi")).replayed()).isFalse();
    }

    @Test
    void isNotRecognisedWithoutAnId() {
        SendMessageCommand anonymous = new SendMessageCommand(
                ANNA.id(), new Target.ToPerson(BOB.id()), null, new MessageText("hi"), null, null);
        Message first = scene.send(anonymous).message();
        SentMessage second = scene.send(anonymous);

        assertThat(second.replayed()).isFalse();
        assertThat(second.message().clientMessageId()).isNotEqualTo(first.clientMessageId());
    }
}
