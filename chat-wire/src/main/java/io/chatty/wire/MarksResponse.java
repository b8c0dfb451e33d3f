package io.chatty.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a person has come in a conversation, and since when.
 *
 * @param readSeq absent where one of the two people does not show it, and so is {@code readAt}
 */
public record MarksResponse(
        @Nullable Long readSeq,
        @Nullable Instant readAt,
        long deliveredSeq,
        @Nullable Instant deliveredAt) {}
