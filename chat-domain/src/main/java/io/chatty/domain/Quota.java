package io.chatty.domain;

import java.time.Duration;

/**
 * How much of something may be done: so much at once, and in the long run so much in each period, which comes back evenly
 * (token bucket, as in RFC 2697 without its excess bucket).
 *
 * @param burst most at once, from 1
 * @param rate what comes back in each period, from 1
 * @param period longer than nothing
 */
public record Quota(int burst, int rate, Duration period) {

    /** @throws IllegalArgumentException if nothing would be allowed */
    public Quota {
        if (burst < 1 || rate < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a quota of nothing");
        }
    }

    /** How long it takes until everything may be done again after everything was done. */
    public Duration window() {
        return period.multipliedBy(burst).dividedBy(rate);
    }
}
