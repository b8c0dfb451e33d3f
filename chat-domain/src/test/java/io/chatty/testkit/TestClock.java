package io.chatty.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that stands at {@link Times#NOW} until a test moves it. Thread-safe. */
public final class TestClock extends Clock {

    private volatile Instant now = Times.NOW;

    /** Goes to a time, also backwards. */
    public void set(Instant time) {
        now = time;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException always: Chatty knows no other zone */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Chatty knows no other zone");
    }
}
