package io.chatty.conformance.protocol;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a wait may take before it counts as failed.
 *
 * @param limit positive
 */
public record Patience(Duration limit) {

    /** Twenty seconds: nothing promised takes that long, and a busy machine of two cores still gets there. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(20));

    public Patience {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("patience must be positive");
        }
    }

    /**
     * Waits for a result.
     *
     * @param what what is awaited, for the message of the failure
     * @throws AssertionError when the time is up or the future failed
     * @throws IllegalStateException when the thread is interrupted; the interrupt flag stays set
     */
    public <T> T await(String what, Future<T> future) {
        try {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("no " + what + " within " + limit.toMillis() + " ms", late);
        } catch (ExecutionException | CancellationException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new AssertionError("no " + what + ": " + cause, cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, interrupted);
        }
    }
}
