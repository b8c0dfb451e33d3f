package io.chatty.testkit;

import java.time.Instant;

/** Points in time for tests, in whole milliseconds as every store keeps them. */
public final class Times {

    /** The present of most tests. */
    public static final Instant NOW = Instant.parse("2026-11-22T14:03:11.402Z");

    private Times() {}

    /** So many seconds after {@link #NOW}; before it, if negative. */
    public static Instant nowPlus(long seconds) {
        return NOW.plusSeconds(seconds);
    }
}
