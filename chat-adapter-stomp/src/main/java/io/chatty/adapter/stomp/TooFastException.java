package io.chatty.adapter.stomp;

import java.util.concurrent.TimeUnit;

/** A command came too soon after others. It may be repeated later. */
public final class TooFastException extends RuntimeException {

    private final long retryAfterMillis;

    /** @param waitNanos from now until it may be repeated */
    public TooFastException(long waitNanos) {
        // An everyday answer: it is not logged with a trace, so none is taken.
        super("too fast", null, false, false);
        this.retryAfterMillis = TimeUnit.NANOSECONDS.toMillis(waitNanos) + 1;
    }

    long retryAfterMillis() {
        return retryAfterMillis;
    }
}
