package io.chatty.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session, as its owner sees it.
 *
 * @param current whether it is the one that asks
 */
public record SessionResponse(
        String id,
        boolean current,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable String client) {}
