package io.chatty.benchmark;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long each of many things took. Thread-safe; what comes after the {@code most}th is not recorded. */
final class Latencies {

    private final long[] nanos;
    private final AtomicInteger count = new AtomicInteger();

    Latencies(int most) {
        this.nanos = new long[most];
    }

    void add(long duration) {
        int place = count.getAndIncrement();
        if (place < nanos.length) {
            nanos[place] = duration;
        }
    }

    /**
     * The milliseconds that so many of a hundred stay within; to be asked when nothing is added any more.
     *
     * @param percent 1 to 100
     * @throws IllegalStateException if nothing was recorded
     */
    double percentile(int percent) {
        int size = Math.min(count.get(), nanos.length);
        if (size == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) (((long) size * percent + 99) / 100) - 1] / 1e6;
    }
}
