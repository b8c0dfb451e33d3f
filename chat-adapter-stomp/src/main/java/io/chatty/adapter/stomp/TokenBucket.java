package io.chatty.adapter.stomp;

import java.time.Duration;

/**
 * Lets so many things through in the long run, and a burst of them after a pause (token bucket, as in RFC 2697 without
 * its excess bucket). Used by one thread at a time.
 */
public final class TokenBucket {

    private final double burst;
    private final double perNano;
    private double tokens;
    private long filledAt = System.nanoTime();

    /**
     * @param burst how many may come at once
     * @param rate how many may come in each period in the long run
     */
    public TokenBucket(int burst, int rate, Duration period) {
        this.burst = burst;
        this.perNano = (double) rate / period.toNanos();
        this.tokens = burst;
    }

    /**
     * Lets one through if it may.
     *
     * @param now of {@link System#nanoTime()}
     * @return 0 if it may pass, else the nanoseconds after which one may
     */
    public long take(long now) {
        tokens = Math.min(burst, tokens + (now - filledAt) * perNano);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return (long) Math.ceil((1 - tokens) / perNano);
    }
}
