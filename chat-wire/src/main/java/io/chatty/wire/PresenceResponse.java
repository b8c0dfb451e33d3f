package io.chatty.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is.
 *
 * @param state {@code online}, {@code away} or {@code offline}
 */
public record PresenceResponse(
        String userId, String state, @Nullable Instant lastSeenAt) {}
