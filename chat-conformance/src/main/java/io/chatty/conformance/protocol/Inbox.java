package io.chatty.conformance.protocol;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived, in the order of its arrival, for others to wait for. Thread-safe: a reader thread adds, any thread
 * waits.
 *
 * <p>Everything that arrives is kept, and a wait looks through all of it, also what came before the wait began; who
 * wants only what comes later takes a {@link #mark()} first. Load runs that must not keep anything
 * {@link #offerTo(Predicate) offer} the arrivals to a taker instead.
 */
public final class Inbox<T> {

    private static final int RECENT = 5;
    private static final int SHOWN_LENGTH = 500;

    private final String name;
    private final Patience patience;
    private final List<T> kept = new ArrayList<>();
    private final Deque<T> recent = new ArrayDeque<>();
    private @Nullable Predicate<? super T> taker;
    private @Nullable String end;

    /**
     * @param name what the failures of a wait call this inbox
     * @param patience how long a wait without a limit of its own takes
     */
    public Inbox(String name, Patience patience) {
        this.name = name;
        this.patience = patience;
    }

    /** Adds an arrival and wakes who waits. */
    public synchronized void add(T arrival) {
        if (recent.size() == RECENT) {
            recent.removeFirst();
        }
        recent.addLast(arrival);
        if (taker == null || !taker.test(arrival)) {
            kept.add(arrival);
            notifyAll();
        }
    }

    /** Says that nothing will arrive any more; waits that are not fulfilled fail at once. Only the first reason counts. */
    public synchronized void end(String reason) {
        if (end == null) {
            end = reason;
            notifyAll();
        }
    }

    /**
     * From now on each arrival is offered to the taker, in order, on the thread that brings it; what it takes is not
     * kept. What was kept before is offered first. The taker must not wait for this inbox.
     *
     * @param taker answers whether it took the arrival
     */
    public synchronized void offerTo(Predicate<? super T> taker) {
        kept.removeIf(taker);
        this.taker = taker;
    }

    /** The number of arrivals kept so far, to be given to {@link #awaitAfter}. */
    public synchronized int mark() {
        return kept.size();
    }

    /** Everything kept so far. */
    public synchronized List<T> seen() {
        return List.copyOf(kept);
    }

    /** Everything kept so far that is wanted. */
    public List<T> seen(Predicate<? super T> wanted) {
        return seen().stream().<T>map(each -> each).filter(wanted).toList();
    }

    /**
     * Waits for the first arrival that is wanted, whenever it came.
     *
     * @param what what is awaited, for the message of the failure
     * @throws AssertionError when the time is up or the inbox has ended
     * @throws IllegalStateException when the thread is interrupted
     */
    public T await(String what, Predicate<? super T> wanted) {
        return await(what, wanted, patience.limit());
    }

    /** The same within a limit of its own. */
    public T await(String what, Predicate<? super T> wanted, Duration limit) {
        return gather(what, 0, 1, wanted, limit).get(0);
    }

    /** The same for what came after a {@link #mark()}. */
    public T awaitAfter(int mark, String what, Predicate<? super T> wanted) {
        return gather(what, mark, 1, wanted, patience.limit()).get(0);
    }

    /** Waits until so many arrivals are wanted, and gives the first so many in their order. */
    public List<T> awaitMany(String what, int count, Predicate<? super T> wanted) {
        return gather(what, 0, count, wanted, patience.limit());
    }

    private synchronized List<T> gather(String what, int from, int count, Predicate<? super T> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<T> found = new ArrayList<>();
        int next = from;
        while (true) {
            for (; next < kept.size() && found.size() < count; next++) {
                if (wanted.test(kept.get(next))) {
                    found.add(kept.get(next));
                }
            }
            if (found.size() == count) {
                return found;
            }
            long left = deadline - System.nanoTime();
            if (end != null || left <= 0) {
                String when = end != null ? "before the end (" + end + ")" : "within " + limit.toMillis() + " ms";
                String how = count == 1 ? "" : " (" + found.size() + " of " + count + ")";
                throw new AssertionError("no " + what + how + " in " + name + " " + when + ", last seen: " + recent());
            }
            pause(left, what);
        }
    }

    private synchronized void pause(long nanos, String what) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, interrupted);
        }
    }

    /** The last few arrivals, shortened, for the message of a failure. */
    public synchronized String recent() {
        return recent.isEmpty()
                ? "nothing"
                : recent.stream().map(Inbox::shortened).toList().toString();
    }

    private static String shortened(Object arrival) {
        String text = arrival.toString();
        return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
    }
}
