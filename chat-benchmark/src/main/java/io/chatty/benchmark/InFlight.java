package io.chatty.benchmark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the people of one talk have said and not yet heard of. Thread-safe. */
final class InFlight {

    private final Map<String, Spoken> spoken = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /**
     * Notes that something is said now.
     *
     * @return the key under which its answer and its event are noticed
     */
    String say(Sample sample, Runnable then) {
        String key = "m-" + numbers.incrementAndGet();
        spoken.put(key, new Spoken(System.nanoTime(), sample, then, new AtomicInteger(2)));
        return key;
    }

    /** What was said under a key; forgotten when both its answer and its event have come, in whichever order. */
    @Nullable
    Spoken noticed(String key) {
        Spoken found = spoken.get(key);
        if (found != null && found.awaited().decrementAndGet() == 0) {
            spoken.remove(key);
        }
        return found;
    }

    /**
     * One thing that was said.
     *
     * @param at when, by {@link System#nanoTime}
     * @param then runs when it is acknowledged
     * @param awaited how many of its answer and its event have not come
     */
    record Spoken(long at, Sample sample, Runnable then, AtomicInteger awaited) {}
}
