package io.chatty.testkit;

import io.chatty.domain.Quota;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Quotas for tests. */
public final class RateFixtures {

    private static final Quota PLENTY = new Quota(1_000_000, 1_000_000, Duration.ofSeconds(1));

    private RateFixtures() {}

    /** More than any test does. */
    public static RateLimits plenty() {
        return plentyBut(Map.of());
    }

    /** More than any test does, but for one limit. */
    public static RateLimits plentyBut(RateLimit limit, Quota quota) {
        return plentyBut(Map.of(limit, quota));
    }

    /** More than any test does, but for some limits. */
    public static RateLimits plentyBut(Map<RateLimit, Quota> quotas) {
        Map<RateLimit, Quota> all = new EnumMap<>(RateLimit.class);
        for (RateLimit limit : RateLimit.values()) {
            all.put(limit, quotas.getOrDefault(limit, PLENTY));
        }
        return new RateLimits(all);
    }

    /** So many at once, and one more each minute. */
    public static Quota atOnce(int burst) {
        return new Quota(burst, 1, Duration.ofMinutes(1));
    }
}
