package io.chatty.adapter.stomp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of live connections. Sizes are written as {@code 64KB}, times as {@code 10s} or {@code 500ms}.
 *
 * @param frameBytes longest STOMP frame, from its command to its NUL, at most 1 MB; more is {@code frame-too-large}
 * @param framesPerSecond frames a session may send in the long run; above it a SEND is refused as {@code rate-limited}
 * @param frameBurst frames a session may send at once after a pause
 * @param socketsPerUser connections of one person; one more is {@code too-many-sessions}
 * @param subscriptionsPerSession subscriptions of one session; one more ends it
 * @param unauthenticatedSocketsPerAddress connections of one address (IPv6: one /64 network) that nobody has signed in on
 * @param sendBufferBytes what may wait for a client that reads slowly; more ends the session with 4500
 * @param sendTimeLimit how long a client may take nothing of what waits for it; longer ends the session with 4500
 * @param connectTimeout how long after the handshake CONNECT must have come, and how long a begun frame may stay unfinished
 * @param silenceLimit a connection from which nothing came for this long, not even a pong, is closed and counts as gone
 * @param pingInterval how often the server pings, and how often it beats for clients that asked for heart-beats
 * @param watchPerMinute how often a minute a session may replace whom it watches
 * @param typingInterval a session shows typing in one conversation at most once in this time
 * @param drainTimeout how long a session that ends in peace, and the server when it stops, waits for sends under way
 * @param reconnectSpread over how long clients are asked to spread their return when the server stops
 * @param closeGrace how long a client may take to answer a close frame before it is cut off
 * @param sweepInterval how often connections are looked after; all times above are exact to this
 * @param revocationCheck how often it is looked whether sessions were revoked where nobody could tell this node of it
 */
@ConfigurationProperties("chatty.limits")
public record StompProperties(
        @DefaultValue("64KB") DataSize frameBytes,
        @DefaultValue("100") int framesPerSecond,
        @DefaultValue("200") int frameBurst,
        @DefaultValue("20") int socketsPerUser,
        @DefaultValue("8") int subscriptionsPerSession,
        @DefaultValue("200") int unauthenticatedSocketsPerAddress,
        @DefaultValue("512KB") DataSize sendBufferBytes,
        @DefaultValue("10s") Duration sendTimeLimit,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("25s") Duration silenceLimit,
        @DefaultValue("10s") Duration pingInterval,
        @DefaultValue("6") int watchPerMinute,
        @DefaultValue("2s") Duration typingInterval,
        @DefaultValue("5s") Duration drainTimeout,
        @DefaultValue("5s") Duration reconnectSpread,
        @DefaultValue("2s") Duration closeGrace,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("25s") Duration revocationCheck) {

    /** A frame is held in memory until it is whole, for each of many connections. */
    private static final DataSize LARGEST_FRAME = DataSize.ofMegabytes(1);

    /** @throws IllegalArgumentException if a limit is not positive, or they do not go together */
    public StompProperties {
        positive("frame-bytes", frameBytes.toBytes());
        positive("frames-per-second", framesPerSecond);
        positive("frame-burst", frameBurst);
        positive("sockets-per-user", socketsPerUser);
        positive("subscriptions-per-session", subscriptionsPerSession);
        positive("unauthenticated-sockets-per-address", unauthenticatedSocketsPerAddress);
        positive("send-buffer-bytes", sendBufferBytes.toBytes());
        positive("send-time-limit", sendTimeLimit.toNanos());
        positive("connect-timeout", connectTimeout.toNanos());
        positive("silence-limit", silenceLimit.toNanos());
        positive("ping-interval", pingInterval.toNanos());
        positive("watch-per-minute", watchPerMinute);
        positive("typing-interval", typingInterval.toNanos());
        positive("drain-timeout", drainTimeout.toNanos());
        positive("reconnect-spread", reconnectSpread.toNanos());
        positive("close-grace", closeGrace.toNanos());
        positive("sweep-interval", sweepInterval.toNanos());
        positive("revocation-check", revocationCheck.toNanos());
        if (silenceLimit.compareTo(pingInterval.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("chatty.limits.silence-limit must be at least twice the ping-interval");
        }
        if (sweepInterval.compareTo(pingInterval) > 0) {
            throw new IllegalArgumentException("chatty.limits.sweep-interval must be at most the ping-interval");
        }
        if (frameBytes.compareTo(LARGEST_FRAME) > 0) {
            throw new IllegalArgumentException("chatty.limits.frame-bytes must be at most 1MB");
        }
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("chatty.limits." + name + " must be more than 0");
        }
    }
}
