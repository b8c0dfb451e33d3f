package io.chatty.domain.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatty.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final UserId ANNA = new UserId("u_anna");
    private static final UserId BOB = new UserId("u_bob");
    private static final Participants BOTH = Participants.of(ANNA, BOB);

    @Test
    void isWhatTheDraftSaysUnderItsNumbers() {
        Message message = Message.compose(draft("Three is fine", 117L), BOTH.conversationId(), 118, 240);

        assertThat(message)
                .isEqualTo(new Message(
                        BOTH.conversationId(),
                        118,
                        240,
                        ANNA,
                        new ClientMessageId("one"),
                        new MessageText("Three is fine"),
                        117L,
                        List.of(),
                        NOW,
                        null,
                        null,
                        0));
    }

    @Test
    void isRepeatedByADraftThatSaysTheSame() {
        Message message = Message.compose(draft("Three is fine", 200L), BOTH.conversationId(), 300, 300);

        assertThat(message.isRepeatedBy(draft("Three is fine", 200L))).isTrue();
        assertThat(message.isRepeatedBy(draft("Three is fine ", 200L))).isFalse();
        assertThat(message.isRepeatedBy(draft("Three is fine", 201L))).isFalse();
        assertThat(message.isRepeatedBy(draft("Three is fine", null))).isFalse();
    }

    @Test
    void hidesItsTextInLogs() {
        assertThat(draft("Three is fine", null).toString()).doesNotContain("Three");
        assertThat(Message.compose(draft("Three is fine", null), BOTH.conversationId(), 1, 1)
                        .toString())
                .doesNotContain("Three");
    }

    @Test
    void isNeverWrittenByAStranger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageDraft(
                        BOTH,
                        new UserId("u_cara"),
                        new ClientMessageId("one"),
                        new MessageText("Three is fine"),
                        null,
                        NOW));
    }

    @Test
    void movesItsConversationToItsTime() {
        Message message = Message.compose(draft("Three is fine", null), BOTH.conversationId(), 1, 1);

        assertThat(entry(null).position()).isEqualTo(new ConversationPosition(nowPlus(-60), BOTH.conversationId()));
        assertThat(entry(message).position()).isEqualTo(new ConversationPosition(NOW, BOTH.conversationId()));
        assertThat(entry(message).peer()).isEqualTo(ANNA);
    }

    private static ConversationEntry entry(@Nullable Message last) {
        Head head = last == null ? Head.EMPTY : new Head(last.seq(), last.rev());
        return new ConversationEntry(
                BOTH, BOB, nowPlus(-60), head, last, Marks.NONE, Marks.NONE, null, Settings.NONE, 0);
    }

    private static MessageDraft draft(String text, @Nullable Long replyTo) {
        return new MessageDraft(BOTH, ANNA, new ClientMessageId("one"), new MessageText(text), replyTo, NOW);
    }
}
