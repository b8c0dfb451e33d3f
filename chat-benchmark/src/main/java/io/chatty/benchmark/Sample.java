package io.chatty.benchmark;

import io.chatty.conformance.protocol.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the people of a talk noticed in a stretch of time. Thread-safe. */
final class Sample {

    private final long start = System.nanoTime();
    private final Latencies acks;
    private final Latencies deliveries;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile double seconds;
    private volatile @Nullable JsonObject refusal;

    Sample(int most) {
        this.acks = new Latencies(most);
        this.deliveries = new Latencies(most);
    }

    /** Takes the ack or nack of a message that was sent so many nanoseconds before. */
    void answered(JsonObject reply, long nanos) {
        if (reply.has("type", "ack")) {
            acknowledged.incrementAndGet();
            acks.add(nanos);
        } else {
            refusal = reply;
        }
    }

    void delivered(long nanos) {
        deliveries.add(nanos);
    }

    /**
     * Stops the clock.
     *
     * @throws IllegalStateException if a message was refused: then nothing was measured
     */
    Sample finish() {
        if (refusal != null) {
            throw new IllegalStateException("refused: " + refusal);
        }
        seconds = (System.nanoTime() - start) / 1e9;
        return this;
    }

    int messages() {
        return acknowledged.get();
    }

    double messagesPerSecond() {
        return messages() / seconds;
    }

    /** From SEND to its ack. */
    Latencies acks() {
        return acks;
    }

    /** From SEND to the event on the other person's connection. */
    Latencies deliveries() {
        return deliveries;
    }
}
