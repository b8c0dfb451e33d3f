package io.chatty.domain;

import io.chatty.testkit.FakeRateLimiter;
import io.chatty.testkit.RateLimiterContract;
import io.chatty.testkit.TestClock;

class FakeRateLimiterTest extends RateLimiterContract {

    @Override
    protected RateLimiter limiter(RateLimits limits, TestClock time) {
        return new FakeRateLimiter(limits, time);
    }
}
