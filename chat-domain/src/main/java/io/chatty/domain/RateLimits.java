package io.chatty.domain;

import java.util.EnumSet;
import java.util.Map;

/** How much of each limited thing may be done. */
public record RateLimits(Map<RateLimit, Quota> quotas) {

    /** @throws IllegalArgumentException if a limit has no quota */
    public RateLimits {
        quotas = Map.copyOf(quotas);
        if (!quotas.keySet().containsAll(EnumSet.allOf(RateLimit.class))) {
            throw new IllegalArgumentException("a limit without a quota");
        }
    }

    public Quota quotaOf(RateLimit limit) {
        Quota quota = quotas.get(limit);
        if (quota == null) {
            throw new IllegalStateException("checked before");
        }
        return quota;
    }
}
