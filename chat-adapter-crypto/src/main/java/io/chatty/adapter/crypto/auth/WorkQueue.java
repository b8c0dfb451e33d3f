package io.chatty.adapter.crypto.auth;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds heavy work: few at once, first come first served, and few who wait. The work is done on the caller's thread.
 * Thread-safe.
 */
final class WorkQueue {

    private final Semaphore places;
    private final Semaphore workers;
    private final Duration maxWait;

    /**
     * @param maxWorking how many work at once, from 1
     * @param maxWaiting how many wait at once, from 0
     * @param maxWait how long each waits at most
     */
    WorkQueue(int maxWorking, int maxWaiting, Duration maxWait) {
        this.places = new Semaphore(maxWorking + maxWaiting);
        this.workers = new Semaphore(maxWorking, true);
        this.maxWait = maxWait;
    }

    /**
     * Does the work when it is its turn.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE}, with nothing done, if too many wait, its turn
     *     does not come in time, or the thread is interrupted meanwhile
     */
    <T> T run(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw TEMPORARILY_UNAVAILABLE.refusal();
        }
        try {
            awaitTurn();
            try {
                return work.get();
            } finally {
                workers.release();
            }
        } finally {
            places.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!workers.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw TEMPORARILY_UNAVAILABLE.refusal();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TEMPORARILY_UNAVAILABLE.refusal();
        }
    }
}
