package io.chatty.adapter.memory;

import io.chatty.domain.RateClaim;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts in this process, with a table of buckets for each limit. */
final class MemoryRateLimiter implements RateLimiter {

    private final RateLimits limits;
    private final Map<RateLimit, BucketTable> tables = new EnumMap<>(RateLimit.class);

    /** @param mostKeys how many are counted one by one, for each limit */
    MemoryRateLimiter(RateLimits limits, int mostKeys, TimeMeter time) {
        this.limits = limits;
        limits.quotas().forEach((limit, quota) -> tables.put(limit, new BucketTable(quota, mostKeys, time)));
    }

    @Override
    public void take(RateClaim... claims) {
        for (int i = 0; i < claims.length; i++) {
            long wait = table(claims[i]).take(claims[i].key());
            if (wait > 0) {
                for (int taken = 0; taken < i; taken++) {
                    giveBack(claims[taken]);
                }
                RateLimit limit = claims[i].limit();
                throw new RateLimitedException(limit, limits.quotaOf(limit), Duration.ofNanos(wait));
            }
        }
    }

    @Override
    public void giveBack(RateClaim... claims) {
        for (RateClaim claim : claims) {
            table(claim).giveBack(claim.key());
        }
    }

    private BucketTable table(RateClaim claim) {
        BucketTable table = tables.get(claim.limit());
        if (table == null) {
            throw new IllegalStateException("every limit has a table");
        }
        return table;
    }
}
