package io.chatty.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, as one of its two people sees it.
 *
 * @param lastMessage absent while there is none
 * @param unreadCount exact up to 99, then 100
 */
public record ConversationResponse(
        String id,
        String kind,
        PersonResponse peer,
        long lastSeq,
        long rev,
        @Nullable MessageResponse lastMessage,
        int unreadCount,
        MeInConversation me,
        MarksResponse peerReceipts,
        boolean canSend,
        Instant createdAt) {

    /**
     * What is mine in a conversation.
     *
     * @param version grows with every change of what is here; a lower one is stale
     */
    public record MeInConversation(
            long readSeq,
            long deliveredSeq,
            boolean muted,
            boolean archived,
            boolean pinned,
            boolean markedUnread,
            boolean blocked,
            long version) {}
}
