package io.chatty.adapter.memory;

import io.chatty.testkit.TestClock;
import io.chatty.testkit.Times;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** The time of a test, as buckets want it. */
record ClockTimeMeter(TestClock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return Duration.between(Times.NOW, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
