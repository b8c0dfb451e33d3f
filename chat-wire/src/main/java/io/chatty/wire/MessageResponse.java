package io.chatty.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param clientMessageId only for the sender
 * @param reactions empty where nobody reacted
 */
public record MessageResponse(
        String conversationId,
        String kind,
        long seq,
        long rev,
        String senderId,
        @Nullable String clientMessageId,
        @Nullable String text,
        @Nullable Long replyTo,
        List<ReactionResponse> reactions,
        Instant sentAt) {

    /** Who reacted with one emoji. */
    public record ReactionResponse(String emoji, List<String> userIds) {}

    /** Hides the text, which belongs into no log. */
    @Override
    public String toString() {
        return "MessageResponse[" + conversationId + "/" + seq + "]";
    }
}
