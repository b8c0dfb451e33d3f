package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored message.
 *
 * @param seq its place in the conversation, from 1
 * @param rev the number of its latest change, from 1
 * @param clientMessageId shown to the sender only
 * @param replyTo the {@code seq} of the message it answers, or null
 */
public record Message(
        ConversationId conversationId,
        long seq,
        long rev,
        UserId senderId,
        ClientMessageId clientMessageId,
        MessageText text,
        @Nullable Long replyTo,
        Instant sentAt) {

    /** The message that a draft becomes once it has its numbers. */
    public static Message compose(MessageDraft draft, ConversationId conversationId, long seq, long rev) {
        return new Message(
                conversationId,
                seq,
                rev,
                draft.senderId(),
                draft.clientMessageId(),
                draft.text(),
                draft.replyTo(),
                draft.sentAt());
    }

    /** Whether a draft with the same client message id says the same, so that it is a repeat and not another message. */
    public boolean isRepeatedBy(MessageDraft draft) {
        return text.equals(draft.text()) && Objects.equals(replyTo, draft.replyTo());
    }
}
