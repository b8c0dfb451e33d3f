package io.chatty.application.conversation;

import static io.chatty.application.conversation.ConversationScene.into;
import static io.chatty.application.conversation.ConversationScene.message;
import static io.chatty.application.conversation.ConversationScene.seen;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.application.conversation.SendMessageCommand.Target;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageCreated;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.testkit.Concurrently;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendMessageServiceTest {

    private static final Target INTO_ANNA_WITH_BOB = new Target.ToConversation(ANNA_WITH_BOB);

    private final ConversationScene scene = new ConversationScene();

    @Test
    void storesThenAnswersThenTells() {
        HeldMessageRepository held = new HeldMessageRepository(scene.store.messages());
        List<String> order = new ArrayList<>();
        doAnswer(told -> order.add("told")).when(scene.notifier).tell(any(), any());

        CompletableFuture<Message> answer = scene.assembly(held)
                .sendMessage(scene.limiter)
                .send(message(ANNA, BOB, "a", "hi"))
                .thenApply(SentMessage::message)
                .toCompletableFuture();
        answer.thenAccept(sent ->
                order.add(scene.store.messages().find(ANNA_WITH_BOB, 1).isPresent() ? "answered, stored" : "answered"));
        assertThat(answer).isNotDone();
        verifyNoInteractions(scene.notifier);

        held.store();

        assertThat(order).containsExactly("answered, stored", "told", "told");
    }

    @Test
    void answersAndTellsBothPeopleTheStoredMessage() {
        scene.send(ANNA, BOB, "before");
        scene.startListening();

        SentMessage sent = scene.send(message(ANNA, BOB, "a", "hi"));

        assertThat(sent.replayed()).isFalse();
        assertThat(sent.message()).isEqualTo(scene.stored(2));
        assertThat(sent.message().text()).isEqualTo(new MessageText("hi"));
        assertThat(sent.message().sentAt()).isEqualTo(scene.clock.instant());
        MessageCreated event = new MessageCreated(sent.message(), null, scene.clock.instant());
        assertThat(scene.toldTo(ANNA)).containsExactly(event);
        assertThat(scene.toldTo(BOB)).containsExactly(event);
        assertThat(scene.toldTo(CARA)).isEmpty();
    }

    @Test
    void tellsTheMessagesOfAConversationInTheirOrderHoweverManyAreSentAtOnce() {
        Concurrently.call(16, i -> scene.send(i % 2 == 0 ? BOB : ANNA, i % 2 == 0 ? ANNA : BOB, "m" + i));

        assertThat(scene.toldTo(BOB))
                .map(event -> ((MessageCreated) event).message().seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void carriesTheConversationAsEachSeesItWithTheFirstMessage() {
        scene.assembly.openConversation(scene.limiter).open(ANNA.id(), BOB.id());
        scene.clock.advance(Duration.ofMinutes(5));

        Message first = scene.send(ANNA, BOB, "hi").message();

        ConversationView toAnna = firstSight(scene.toldTo(ANNA));
        assertThat(toAnna.peer()).isEqualTo(BOB.person());
        assertThat(toAnna.entry().owner()).isEqualTo(ANNA.id());
        assertThat(toAnna.entry().unreadCount()).isZero();
        assertThat(toAnna.entry().createdAt()).isBefore(first.sentAt());
        ConversationView toBob = firstSight(scene.toldTo(BOB));
        assertThat(toBob.peer()).isEqualTo(ANNA.person());
        assertThat(toBob.entry().owner()).isEqualTo(BOB.id());
        assertThat(toBob.entry().unreadCount()).isOne();
        assertThat(toBob.entry().createdAt()).isEqualTo(first.sentAt());
        assertThat(toBob.entry().lastMessage()).isEqualTo(first);
    }

    @Nested
    class OfATarget {

        @Test
        void opensTheConversationWithAPerson() {
            Message sent = scene.send(ANNA, BOB, "hi").message();

            assertThat(sent.conversationId()).isEqualTo(ANNA_WITH_BOB);
            assertThat(scene.store.conversations().find(ANNA_WITH_BOB, BOB.id()))
                    .get()
                    .extracting(ConversationEntry::lastMessage)
                    .isEqualTo(sent);
        }

        @Test
        void writesIntoAConversationThatExists() {
            scene.send(ANNA, BOB, "hi");

            assertThat(scene.send(into(INTO_ANNA_WITH_BOB, message(BOB, ANNA, "b", "ho")))
                            .message()
                            .seq())
                    .isEqualTo(2);
        }

        @Test
        void isNotFoundForSomebodyElse() {
            scene.send(ANNA, BOB, "hi");
            scene.startListening();

            assertThat(scene.refusalOf(into(INTO_ANNA_WITH_BOB, message(CARA, BOB, "c", "hi")))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
            verifyNoInteractions(scene.notifier);
        }

        @Test
        void isNotFoundForThePeerBeforeTheFirstMessage() {
            scene.assembly.openConversation(scene.limiter).open(ANNA.id(), BOB.id());

            assertThat(scene.refusalOf(into(INTO_ANNA_WITH_BOB, message(BOB, ANNA, "b", "hi")))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }

        @Test
        void isNotFoundWhereThereIsNoSuchConversationOrPerson() {
            Target nowhere = new Target.ToConversation(new ConversationId("c_nowhere"));

            assertThat(scene.refusalOf(into(nowhere, message(ANNA, BOB, "a", "hi")))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(scene.refusalOf(message(ANNA, user("nobody"), "a", "hi")).code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }

        @Test
        void isNotOneself() {
            assertThat(scene.refusalOf(message(ANNA, ANNA, "a", "hi")).code()).isEqualTo(ErrorCode.CANNOT_MESSAGE_SELF);
        }
    }

    @Nested
    class OfAReply {

        @Test
        void keepsWhatItAnswers() {
            scene.send(ANNA, BOB, "hi");

            assertThat(scene.send(message(BOB, ANNA, "b", "ho", 1L)).message().replyTo())
                    .isEqualTo(1);
        }

        @Test
        void refusesATargetAboveTheLastMessageAndTellsNobody() {
            scene.send(ANNA, BOB, "hi");
            scene.startListening();

            assertThat(scene.refusalOf(seen(1, message(BOB, ANNA, "b", "ho", 2L))))
                    .isInstanceOfSatisfying(
                            ValidationException.class,
                            refusal -> assertThat(refusal.violations())
                                    .extracting(Violation::field, Violation::code)
                                    .containsExactly(tuple("replyTo", ViolationCode.OUT_OF_RANGE)));
            verifyNoInteractions(scene.notifier);
            assertThat(scene.store.messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 1));
        }
    }

    @Nested
    class OfTheSendersReadMark {

        @Test
        void doesNotMoveItBySendingAlone() {
            scene.send(BOB, ANNA, "one");
            scene.send(ANNA, BOB, "two");

            assertThat(scene.readMarkOf(ANNA)).isZero();
        }

        @Test
        void movesItAsFarAsTheSenderSaysAndTellsItAfterTheMessage() {
            scene.send(BOB, ANNA, "one");
            scene.send(BOB, ANNA, "two");
            scene.startListening();

            scene.send(seen(1, message(ANNA, BOB, "a", "hi")));

            assertThat(scene.readMarkOf(ANNA)).isOne();
            assertThat(scene.toldTo(BOB)).hasExactlyElementsOfTypes(MessageCreated.class, ReceiptsUpdated.class);
            assertThat(scene.toldTo(ANNA)).hasExactlyElementsOfTypes(MessageCreated.class, ReceiptsUpdated.class);
        }
    }

    @Nested
    class OfAFailure {

        @Test
        void failsAndTellsNobodyIfTheOutcomeIsUnknown() {
            HeldMessageRepository held = new HeldMessageRepository(scene.store.messages());
            var answer = scene.assembly(held)
                    .sendMessage(scene.limiter)
                    .send(seen(1, message(ANNA, BOB, "a", "hi")))
                    .toCompletableFuture();

            held.fail(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal());

            assertThat(ConversationScene.refusalOf(answer).code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
            verifyNoInteractions(scene.notifier);
        }

        @Test
        void leavesTheAnswerStandingIfTellingFails() {
            HeldMessageRepository held = new HeldMessageRepository(scene.store.messages());
            doThrow(new IllegalStateException("nobody listens"))
                    .when(scene.notifier)
                    .tell(any(), any());
            var answer = scene.assembly(held)
                    .sendMessage(scene.limiter)
                    .send(message(ANNA, BOB, "a", "hi"))
                    .toCompletableFuture();

            held.store();

            assertThat(answer).isCompletedWithValue(new SentMessage(scene.stored(1), false));
        }
    }

    private static ConversationView firstSight(List<ConversationEvent> told) {
        return Objects.requireNonNull(((MessageCreated) told.get(0)).conversation());
    }
}
