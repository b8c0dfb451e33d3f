package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import java.util.concurrent.TimeUnit;

/** The pauses between the repeats of one send that the server refused for the moment. */
final class BackOff {

    private static final long LEAST_PAUSE_MS = 50;

    private final long deadline;

    BackOff(Patience patience) {
        this.deadline = System.nanoTime() + patience.limit().toNanos();
    }

    /** Whether the same message is to be sent again later. */
    static boolean isTransient(JsonObject problem) {
        return problem.has("code", "rate-limited") || problem.has("code", "temporarily-unavailable");
    }

    /**
     * Waits as long as the server asked.
     *
     * @throws AssertionError showing the problem when the patience would end before
     */
    void pause(long millis, JsonObject problem) {
        long pause = Math.max(LEAST_PAUSE_MS, millis);
        if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > deadline) {
            throw new AssertionError("still refused: " + problem);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two sends", interrupted);
        }
    }
}
