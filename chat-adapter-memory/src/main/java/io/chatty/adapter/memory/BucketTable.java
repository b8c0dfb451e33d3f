package io.chatty.adapter.memory;

import io.chatty.domain.Quota;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.util.HashMap;
import java.util.Map;

/**
 * The buckets of one limit, one for each key that took something lately. A bucket that is full again is no different from
 * none and is dropped. Where there are as many as there may be, further keys share what is kept for them, so that whoever
 * makes up keys neither fills the memory, nor empties the buckets of others by pushing them out, nor is let through.
 *
 * <p>One lock around a map: every call is a look-up, and looking through all of them comes once a second at most. Thread-safe.
 */
final class BucketTable {

    /** Enough that somebody who drains one of them hits few others. */
    static final int SHARED = 1_024;

    private static final long SWEEP_NANOS = 1_000_000_000;

    private final Quota quota;
    private final int mostKeys;
    private final TimeMeter time;
    private final Map<String, Bucket> own = new HashMap<>();
    private final Map<Integer, Bucket> shared = new HashMap<>();
    private long sweptAt;

    BucketTable(Quota quota, int mostKeys, TimeMeter time) {
        this.quota = quota;
        this.mostKeys = mostKeys;
        this.time = time;
        this.sweptAt = time.currentTimeNanos();
    }

    /** Takes one; answers 0, or without taking any the nanoseconds after which there is one. */
    synchronized long take(String key) {
        ConsumptionProbe outcome = bucketOf(key).tryConsumeAndReturnRemaining(1);
        return outcome.isConsumed() ? 0 : outcome.getNanosToWaitForRefill();
    }

    /** Puts one back that was taken. */
    synchronized void giveBack(String key) {
        bucketOf(key).addTokens(1);
    }

    /** How many buckets there are. */
    synchronized int size() {
        return own.size() + shared.size();
    }

    private Bucket bucketOf(String key) {
        Bucket known = own.get(key);
        if (known != null) {
            return known;
        }
        sweep();
        return own.size() < mostKeys
                ? own.computeIfAbsent(key, any -> newBucket())
                : shared.computeIfAbsent(Math.floorMod(key.hashCode(), SHARED), any -> newBucket());
    }

    private void sweep() {
        long now = time.currentTimeNanos();
        if (now - sweptAt >= SWEEP_NANOS) {
            sweptAt = now;
            own.values().removeIf(this::isFull);
            shared.values().removeIf(this::isFull);
        }
    }

    private boolean isFull(Bucket bucket) {
        return bucket.getAvailableTokens() >= quota.burst();
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.burst()).refillGreedy(quota.rate(), quota.period()))
                .withCustomTimePrecision(time)
                .withSynchronizationStrategy(SynchronizationStrategy.NONE)
                .build();
    }
}
