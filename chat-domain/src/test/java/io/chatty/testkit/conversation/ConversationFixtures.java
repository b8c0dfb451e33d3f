package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.User;
import io.chatty.testkit.Times;
import io.chatty.testkit.user.UserFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Pairs and drafts to test with. */
public final class ConversationFixtures {

    public static final Participants ANNA_AND_BOB = pair(UserFixtures.ANNA, UserFixtures.BOB);
    public static final ConversationId ANNA_WITH_BOB = ANNA_AND_BOB.conversationId();

    /** Limits that no test meets by chance. */
    public static final ChangeLimits MANY_CHANGES = new ChangeLimits(Duration.ofDays(10_000), 1_000_000);

    private static final AtomicLong DRAFTS = new AtomicLong();

    private ConversationFixtures() {}

    public static Participants pair(User one, User other) {
        return Participants.of(one.id(), other.id());
    }

    /** A draft with a client message id of its own, sent at {@link Times#NOW}. */
    public static MessageDraft draft(User sender, User recipient, String text) {
        return draft(sender, recipient, "draft-" + DRAFTS.incrementAndGet(), text);
    }

    public static MessageDraft draft(User sender, User recipient, String clientMessageId, String text) {
        return new MessageDraft(
                pair(sender, recipient),
                sender.id(),
                new ClientMessageId(clientMessageId),
                new MessageText(text),
                null,
                Times.NOW);
    }

    /** The same draft, sent at another time. */
    public static MessageDraft at(Instant sentAt, MessageDraft draft) {
        return new MessageDraft(
                draft.participants(), draft.senderId(), draft.clientMessageId(), draft.text(), draft.replyTo(), sentAt);
    }

    /** The same draft as an answer to a message. */
    public static MessageDraft replyingTo(long seq, MessageDraft draft) {
        return new MessageDraft(
                draft.participants(), draft.senderId(), draft.clientMessageId(), draft.text(), seq, draft.sentAt());
    }

    /** Somebody edits a message, a second after {@link Times#NOW}. */
    public static MessageChange edit(Participants participants, long seq, User by, String text) {
        return new MessageChange(
                participants,
                seq,
                message -> message.edit(by.id(), new MessageText(text), Times.nowPlus(1), MANY_CHANGES),
                Times.nowPlus(1));
    }

    /** Somebody reacts to a message, a second after {@link Times#NOW}. */
    public static MessageChange reaction(Participants participants, long seq, User by, Emoji emoji) {
        return new MessageChange(
                participants, seq, message -> message.react(by.id(), emoji, MANY_CHANGES), Times.nowPlus(1));
    }

    /** Somebody deletes a message, a second after {@link Times#NOW}. */
    public static MessageChange deletion(Participants participants, long seq, User by) {
        return new MessageChange(
                participants, seq, message -> message.delete(by.id(), Times.nowPlus(1)), Times.nowPlus(1));
    }

    /** The same change, made at another time. */
    public static MessageChange at(Instant time, MessageChange change) {
        return new MessageChange(change.participants(), change.seq(), change.verb(), time);
    }

    /** What a living message says. */
    public static String textOf(Message message) {
        return Objects.requireNonNull(message.text(), "a deleted message").value();
    }

    /** Texts that a careless store or transport would change. */
    public static Stream<String> hostileTexts() {
        return Stream.of(
                "  leading, trailing \t\r\n",
                "line\r\nline\rline\n",
                "<script>alert('x')</script> &amp; \"quoted\" \\u0041 %s {0} ${x}",
                "'); DROP TABLE message; --",
                "family 👨‍👩‍👧‍👦 flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 heart ❤️",
                "e\u0301 is not \u00e9, \ufb01 is not fi, \u212b is not \u00c5",
                "\u202eright to left\u202c \u200bzero\u200bwidth\ufeff",
                "\ud83f\udffe\uffff\ufffe\ue000 noncharacters",
                "𝔘𝔫𝔦𝔠𝔬𝔡𝔢".repeat(500).substring(0, 7_000));
    }
}
