package io.chatty.domain.presence;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The presence of a person as somebody else sees it.
 *
 * @param lastSeenAt to the minute; only for a person who is offline, and only shown to those with a message in common
 */
public record Presence(
        UserId userId, PresenceState state, @Nullable Instant lastSeenAt) {

    /** All that is shown of somebody of whom nothing may be known. */
    public static Presence hidden(UserId userId) {
        return new Presence(userId, PresenceState.OFFLINE, null);
    }
}
