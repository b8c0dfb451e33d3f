package io.chatty.testkit;

import io.chatty.domain.Quota;
import io.chatty.domain.RateClaim;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts in memory by the clock of the test: for each key the time at which everything would have come back (generic cell
 * rate algorithm).
 */
public final class FakeRateLimiter implements RateLimiter {

    private final RateLimits limits;
    private final Clock clock;
    private final Map<RateClaim, Instant> whole = new HashMap<>();

    public FakeRateLimiter(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** One that refuses nothing a test does. */
    public static FakeRateLimiter generous() {
        return new FakeRateLimiter(RateFixtures.plenty(), new TestClock());
    }

    @Override
    public synchronized void take(RateClaim... claims) {
        for (RateClaim claim : claims) {
            Quota quota = limits.quotaOf(claim.limit());
            Duration wait = Duration.between(clock.instant(), whole(claim).plus(cost(quota)))
                    .minus(cost(quota).multipliedBy(quota.burst()));
            if (wait.compareTo(Duration.ZERO) > 0) {
                throw new RateLimitedException(claim.limit(), quota, wait);
            }
        }
        for (RateClaim claim : claims) {
            whole.put(claim, whole(claim).plus(cost(limits.quotaOf(claim.limit()))));
        }
    }

    @Override
    public synchronized void giveBack(RateClaim... claims) {
        for (RateClaim claim : claims) {
            whole.put(claim, whole(claim).minus(cost(limits.quotaOf(claim.limit()))));
        }
    }

    private Instant whole(RateClaim claim) {
        Instant known = whole.getOrDefault(claim, Instant.MIN);
        return known.isBefore(clock.instant()) ? clock.instant() : known;
    }

    private static Duration cost(Quota quota) {
        return quota.period().dividedBy(quota.rate());
    }
}
