package io.chatty.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a person has come in a conversation, and since when. */
public record MarksResponse(
        long readSeq,
        @Nullable Instant readAt,
        long deliveredSeq,
        @Nullable Instant deliveredAt) {}
