package io.chatty.adapter.stomp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often a client was told to slow down: one that does not listen is let go. Thread-safe. */
final class Strikes {

    static final int MOST = 20;
    static final Duration WINDOW = Duration.ofSeconds(10);

    private final Deque<Long> times = new ArrayDeque<>(2);

    /** Notes one more; returns whether that is more than {@link #MOST} within {@link #WINDOW}. */
    synchronized boolean add(long now) {
        times.addLast(now);
        if (times.size() <= MOST) {
            return false;
        }
        return now - times.removeFirst() <= WINDOW.toNanos();
    }
}
