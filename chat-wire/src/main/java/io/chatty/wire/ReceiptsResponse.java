package io.chatty.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far I have come in a conversation, and how much is unread. */
public record ReceiptsResponse(
        long readSeq,
        @Nullable Instant readAt,
        long deliveredSeq,
        @Nullable Instant deliveredAt,
        int unreadCount) {}
