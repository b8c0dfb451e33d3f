package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that has no number yet.
 *
 * @param replyTo the {@code seq} of the message it answers, or null
 * @param sentAt the server's time at which it came in
 */
public record MessageDraft(
        Participants participants,
        UserId senderId,
        ClientMessageId clientMessageId,
        MessageText text,
        @Nullable Long replyTo,
        Instant sentAt) {

    /** @throws IllegalArgumentException if the sender is none of the two */
    public MessageDraft {
        if (!participants.includes(senderId)) {
            throw new IllegalArgumentException("the sender is not a participant");
        }
    }
}
