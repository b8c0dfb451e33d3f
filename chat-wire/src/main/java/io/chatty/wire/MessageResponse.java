package io.chatty.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param clientMessageId only for the sender
 * @param text absent if the message is deleted
 * @param reactions in the order of first use, empty where nobody reacted; absent if the message is deleted
 * @param editedAt absent if it never was
 * @param deletedAt absent while the message lives
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
        @Nullable List<ReactionResponse> reactions,
        Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {

    /** Who reacted with one emoji, in the order in which they did. */
    public record ReactionResponse(String emoji, List<String> userIds) {}

    /** Hides the text, which belongs into no log. */
    @Override
    public String toString() {
        return "MessageResponse[" + conversationId + "/" + seq + "]";
    }
}
