package io.chatty.domain.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.ValidationException;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageChangeTest {

    private static final UserId ANNA = new UserId("u_anna");
    private static final UserId BOB = new UserId("u_bob");
    private static final Participants BOTH = Participants.of(ANNA, BOB);
    private static final ChangeLimits LIMITS = new ChangeLimits(Duration.ofHours(24), 5);
    private static final Emoji THUMB = new Emoji("👍");
    private static final Emoji HEART = new Emoji("❤️");
    private static final MessageText LATER = new MessageText("Half past three");

    private final Message message = Message.compose(draft("Three is fine", 7L), BOTH.conversationId(), 8, 8);

    @Test
    void saysSomethingElseOnceEdited() {
        Message edited = message.edit(ANNA, LATER, nowPlus(60), LIMITS);

        assertThat(edited)
                .isEqualTo(new Message(
                        BOTH.conversationId(),
                        8,
                        8,
                        ANNA,
                        new ClientMessageId("one"),
                        LATER,
                        7L,
                        List.of(),
                        NOW,
                        nowPlus(60),
                        null,
                        1));
        assertThat(edited.numbered(9).rev()).isEqualTo(9);
    }

    @Test
    void isEditedByItsAuthorOnly() {
        assertRefused(ErrorCode.NOT_MESSAGE_AUTHOR, () -> message.edit(BOB, LATER, NOW, LIMITS));
        assertRefused(ErrorCode.NOT_MESSAGE_AUTHOR, () -> message.delete(BOB, NOW));
    }

    @Test
    void isEditedWithinTheWindowOnly() {
        long day = 24 * 60 * 60;

        assertThat(message.edit(ANNA, LATER, nowPlus(day - 1), LIMITS).text()).isEqualTo(LATER);
        assertRefused(ErrorCode.EDIT_WINDOW_CLOSED, () -> message.edit(ANNA, LATER, nowPlus(day), LIMITS));
        assertRefused(
                ErrorCode.EDIT_WINDOW_CLOSED, () -> message.edit(ANNA, LATER, NOW, new ChangeLimits(Duration.ZERO, 5)));
    }

    @Test
    void staysAsItIsWithTheSameTextAtAnyTime() {
        assertThat(message.edit(ANNA, new MessageText("Three is fine"), nowPlus(1_000_000), LIMITS))
                .isSameAs(message);
    }

    @Test
    void keepsNothingButItsPlaceOnceDeleted() {
        Message deleted =
                message.react(BOB, THUMB, LIMITS).edit(ANNA, LATER, NOW, LIMITS).delete(ANNA, nowPlus(1_000_000));

        assertThat(deleted)
                .isEqualTo(new Message(
                        BOTH.conversationId(),
                        8,
                        8,
                        ANNA,
                        new ClientMessageId("one"),
                        null,
                        null,
                        List.of(),
                        NOW,
                        null,
                        nowPlus(1_000_000),
                        0));
        assertThat(deleted.isDeleted()).isTrue();
        assertThat(deleted.delete(ANNA, nowPlus(2_000_000))).isSameAs(deleted);
    }

    @Test
    void changesNoMoreOnceDeleted() {
        Message deleted = message.delete(ANNA, NOW);

        assertRefused(ErrorCode.MESSAGE_DELETED, () -> deleted.edit(ANNA, LATER, NOW, LIMITS));
        assertRefused(ErrorCode.MESSAGE_DELETED, () -> deleted.react(BOB, THUMB, LIMITS));
        assertRefused(ErrorCode.MESSAGE_DELETED, () -> deleted.unreact(BOB, THUMB, LIMITS));
        assertRefused(ErrorCode.NOT_MESSAGE_AUTHOR, () -> deleted.delete(BOB, NOW));
    }

    @Test
    void gathersReactionsInTheirOrder() {
        Message loved =
                message.react(BOB, THUMB, LIMITS).react(ANNA, HEART, LIMITS).react(ANNA, THUMB, LIMITS);

        assertThat(loved.reactions())
                .containsExactly(new Reaction(BOB, THUMB), new Reaction(ANNA, HEART), new Reaction(ANNA, THUMB));
        assertThat(loved.react(BOB, THUMB, LIMITS)).isSameAs(loved);
        assertThat(loved.changes()).isEqualTo(3);
        assertThat(loved.editedAt()).isNull();
    }

    @Test
    void losesAReactionThatIsTakenBack() {
        Message loved = message.react(BOB, THUMB, LIMITS).react(ANNA, THUMB, LIMITS);

        Message after = loved.unreact(BOB, THUMB, LIMITS);

        assertThat(after.reactions()).containsExactly(new Reaction(ANNA, THUMB));
        assertThat(after.changes()).isEqualTo(3);
        assertThat(after.unreact(BOB, THUMB, LIMITS)).isSameAs(after);
    }

    @Test
    void takesSixReactionsOfEachPerson() {
        ChangeLimits many = new ChangeLimits(Duration.ZERO, 100);
        Message full = message;
        for (String emoji : List.of("👍", "👎", "😀", "😢", "🎉", "🔥")) {
            full = full.react(BOB, new Emoji(emoji), many).react(ANNA, new Emoji(emoji), many);
        }
        Message six = full;

        assertThatThrownBy(() -> six.react(BOB, HEART, many)).isInstanceOf(ValidationException.class);
        assertThat(six.react(BOB, THUMB, many)).isSameAs(six);
        assertThat(six.unreact(BOB, THUMB, many).react(BOB, HEART, many).reactions())
                .hasSize(12);
    }

    @Test
    void changesAsOftenAsItMayAndIsDeletedAlways() {
        Message worn = message;
        for (int i = 0; i < 5; i++) {
            worn = i % 2 == 0 ? worn.react(BOB, THUMB, LIMITS) : worn.unreact(BOB, THUMB, LIMITS);
        }
        Message last = worn;

        assertRefused(ErrorCode.TOO_MANY_CHANGES, () -> last.edit(ANNA, LATER, NOW, LIMITS));
        assertRefused(ErrorCode.TOO_MANY_CHANGES, () -> last.react(ANNA, THUMB, LIMITS));
        assertRefused(ErrorCode.TOO_MANY_CHANGES, () -> last.unreact(BOB, THUMB, LIMITS));
        assertThat(last.react(BOB, THUMB, LIMITS)).isSameAs(last);
        assertThat(last.delete(ANNA, NOW).isDeleted()).isTrue();
    }

    @Test
    void isRepeatedByAnythingOnceItsTextIsGone() {
        MessageDraft other = draft("Something else", null);

        assertThat(message.react(BOB, THUMB, LIMITS).isRepeatedBy(other)).isFalse();
        assertThat(message.edit(ANNA, LATER, NOW, LIMITS).isRepeatedBy(other)).isTrue();
        assertThat(message.delete(ANNA, NOW).isRepeatedBy(other)).isTrue();
    }

    @Test
    void isNeitherHalfDeletedNorWithoutText() {
        for (Message half : Stream.of(message, message.delete(ANNA, NOW)).toList()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Message(
                            half.conversationId(),
                            half.seq(),
                            half.rev(),
                            half.senderId(),
                            half.clientMessageId(),
                            half.isDeleted() ? LATER : null,
                            half.replyTo(),
                            half.reactions(),
                            half.sentAt(),
                            half.editedAt(),
                            half.deletedAt(),
                            half.changes()));
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable change) {
        assertThatThrownBy(change).hasMessage(code.name());
    }

    private static MessageDraft draft(String text, @Nullable Long replyTo) {
        return new MessageDraft(BOTH, ANNA, new ClientMessageId("one"), new MessageText(text), replyTo, NOW);
    }
}
