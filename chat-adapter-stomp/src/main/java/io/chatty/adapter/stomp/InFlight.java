package io.chatty.adapter.stomp;

import org.jspecify.annotations.Nullable;

/** Counts the commands of a session whose outcome is not known yet. Thread-safe. */
final class InFlight {

    private int count;
    private @Nullable Runnable whenNone;

    synchronized void begin() {
        count++;
    }

    void end() {
        Runnable next = null;
        synchronized (this) {
            count--;
            if (count == 0) {
                next = whenNone;
                whenNone = null;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /** Runs something as soon as nothing is under way: now, or on the thread that brings the last outcome. */
    void whenNone(Runnable action) {
        synchronized (this) {
            if (count > 0) {
                Runnable before = whenNone;
                whenNone = before == null
                        ? action
                        : () -> {
                            before.run();
                            action.run();
                        };
                return;
            }
        }
        action.run();
    }
}
