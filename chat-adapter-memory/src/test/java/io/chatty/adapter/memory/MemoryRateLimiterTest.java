package io.chatty.adapter.memory;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import io.chatty.testkit.RateLimiterContract;
import io.chatty.testkit.TestClock;

class MemoryRateLimiterTest extends RateLimiterContract {

    @Override
    protected RateLimiter limiter(RateLimits limits, TestClock time) {
        return new MemoryRateLimiter(limits, 1_000, new ClockTimeMeter(time));
    }
}
