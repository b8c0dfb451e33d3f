package io.chatty.domain;

import java.time.Duration;

/** Too much of something was done lately. The same wish may be fulfilled later. */
public final class RateLimitedException extends ChatException {

    private final RateLimit limit;
    private final transient Quota quota;
    private final Duration retryAfter;

    /**
     * @param limit of what there was too much
     * @param quota how much of it may be done
     * @param retryAfter from now until it may be done once more, longer than nothing
     */
    public RateLimitedException(RateLimit limit, Quota quota, Duration retryAfter) {
        super(ErrorCode.RATE_LIMITED);
        this.limit = limit;
        this.quota = quota;
        this.retryAfter = retryAfter;
    }

    public RateLimit limit() {
        return limit;
    }

    public Quota quota() {
        return quota;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
