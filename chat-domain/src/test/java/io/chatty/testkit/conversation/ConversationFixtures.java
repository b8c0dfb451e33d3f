package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.User;
import io.chatty.testkit.Times;
import io.chatty.testkit.user.UserFixtures;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Pairs and drafts to test with. */
public final class ConversationFixtures {

    public static final Participants ANNA_AND_BOB = pair(UserFixtures.ANNA, UserFixtures.BOB);
    public static final ConversationId ANNA_WITH_BOB = ANNA_AND_BOB.conversationId();

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
}
