package io.chatty.adapter.stomp;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/**
 * What waits to be sent on one connection, in order and bounded. Whoever hands something in never waits: it goes out at
 * once where the client keeps up, else when the client has taken what is before it. Thread-safe.
 */
final class Outbound {

    /** What is given to the socket at a time: enough to fill a packet with small frames, little enough to forget. */
    private static final int WINDOW_BYTES = 16 * 1024;

    private final StompSocket socket;
    private final long maxBytes;
    private final Runnable overflow;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>(4);
    private long waitingBytes;
    private long givenBytes;
    private boolean giving;
    private boolean ended;
    private long lastProgress = System.nanoTime();
    private @Nullable CloseStatus closing;

    /**
     * @param maxBytes what may wait
     * @param overflow run once, when more would have to wait; everything that waited is forgotten by then
     */
    Outbound(StompSocket socket, long maxBytes, Runnable overflow) {
        this.socket = socket;
        this.maxBytes = maxBytes;
        this.overflow = overflow;
    }

    /** Sends a text after everything handed in before; after the end it is ignored. */
    void send(String text, int bytes) {
        boolean full;
        synchronized (this) {
            if (ended) {
                return;
            }
            full = waitingBytes + givenBytes + bytes > maxBytes;
            if (full) {
                forget();
            } else {
                queue.add(new Waiting(text, bytes));
                waitingBytes += bytes;
            }
        }
        if (full) {
            overflow.run();
        } else {
            give();
        }
    }

    /**
     * Closes the connection once everything handed in before is sent; from now on nothing more is taken.
     *
     * @param last one more text before the close frame, or null
     */
    void close(@Nullable String last, CloseStatus status) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            closing = status;
            if (last != null) {
                queue.add(new Waiting(last, last.length()));
                waitingBytes += last.length();
            }
        }
        give();
    }

    /** Forgets at once what waits, and takes nothing more. */
    synchronized void forget() {
        ended = true;
        closing = null;
        queue.clear();
        waitingBytes = 0;
    }

    /** Nanoseconds for which the client has taken nothing of what waits for it; 0 if nothing waits. */
    synchronized long stalledFor(long now) {
        return givenBytes == 0 ? 0 : now - lastProgress;
    }

    /** Nanoseconds since something was last sent; 0 while something waits. */
    synchronized long quietFor(long now) {
        return givenBytes + waitingBytes > 0 ? 0 : now - lastProgress;
    }

    private void give() {
        synchronized (this) {
            if (giving) {
                return;
            }
            giving = true;
        }
        for (Waiting next = take(); next != null; next = take()) {
            int bytes = next.bytes();
            socket.send(next.text(), () -> given(bytes), this::forget);
        }
    }

    /** The next text to give to the socket; null when it has enough or nothing waits, and then the giving is over. */
    private @Nullable Waiting take() {
        CloseStatus last;
        synchronized (this) {
            if (!queue.isEmpty() && givenBytes < WINDOW_BYTES) {
                if (givenBytes == 0) {
                    lastProgress = System.nanoTime();
                }
                Waiting next = queue.remove();
                waitingBytes -= next.bytes();
                givenBytes += next.bytes();
                return next;
            }
            giving = false;
            last = queue.isEmpty() && givenBytes == 0 ? closing : null;
            if (last != null) {
                closing = null;
            }
        }
        if (last != null) {
            socket.close(last);
        }
        return null;
    }

    private void given(int bytes) {
        synchronized (this) {
            givenBytes -= bytes;
            lastProgress = System.nanoTime();
        }
        give();
    }

    private record Waiting(String text, int bytes) {}
}
