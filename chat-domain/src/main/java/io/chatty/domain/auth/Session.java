package io.chatty.domain.auth;

import static io.chatty.domain.ErrorCode.AUTHENTICATION_REQUIRED;
import static io.chatty.domain.ErrorCode.SESSION_EXPIRED;
import static io.chatty.domain.ErrorCode.SESSION_REVOKED;

import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of one person on one device.
 *
 * @param client null if the program did not say what it is
 * @param lastSeenAt last use, exact to {@link #TOUCH_INTERVAL}
 * @param expiresAt from then on the session is over
 * @param revokedAt when its owner ended it, or null
 */
public record Session(
        SessionId id,
        UserId userId,
        TokenHash tokenHash,
        @Nullable ClientLabel client,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** A session ends when it was not used for this long. */
    public static final Duration IDLE_LIFETIME = Duration.ofDays(30);

    /** A session ends at this age, however much it is used. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(180);

    /** Use is noted at most this often, so that reading does not mean writing. */
    public static final Duration TOUCH_INTERVAL = Duration.ofHours(1);

    /** For this long a session that is over is told so; then its token is as good as one never given out. */
    public static final Duration REVOCATION_MEMORY = Duration.ofDays(30);

    /** At most this many live sessions a person; one more ends the oldest. */
    public static final int MAX_PER_USER = 100;

    /** A new session. */
    public static Session open(
            SessionId id, UserId userId, TokenHash tokenHash, @Nullable ClientLabel client, Instant now) {
        return new Session(id, userId, tokenHash, client, now, now, now.plus(IDLE_LIFETIME), null);
    }

    /**
     * Checks that the session can be used.
     *
     * @throws io.chatty.domain.ChatException {@code SESSION_REVOKED}, {@code SESSION_EXPIRED}, or
     *     {@code AUTHENTICATION_REQUIRED} once the revocation is forgotten
     */
    public void checkLive(Instant now) {
        if (revokedAt != null) {
            throw now.isBefore(revokedAt.plus(REVOCATION_MEMORY))
                    ? SESSION_REVOKED.refusal()
                    : AUTHENTICATION_REQUIRED.refusal();
        }
        if (!now.isBefore(expiresAt)) {
            throw SESSION_EXPIRED.refusal();
        }
    }

    /** Whether the session can be used. */
    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Whether use at this time is worth noting. */
    public boolean isTouchDue(Instant now) {
        return !now.isBefore(lastSeenAt.plus(TOUCH_INTERVAL));
    }

    /** The session after use at this time: it slides, up to its greatest age. */
    public Session touch(Instant now) {
        Instant idleEnd = now.plus(IDLE_LIFETIME);
        Instant end = createdAt.plus(MAX_LIFETIME);
        return new Session(
                id, userId, tokenHash, client, createdAt, now, idleEnd.isBefore(end) ? idleEnd : end, revokedAt);
    }
}
