package io.chatty.application.presence;

import io.chatty.domain.user.UserId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** One lock a person, from a fixed number of them: two people may share one, which costs a moment and is never wrong. */
final class StripedLocks {

    private static final int STRIPES = 64;

    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    void with(UserId person, Runnable action) {
        ReentrantLock lock = locks[Math.floorMod(person.hashCode(), STRIPES)];
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
