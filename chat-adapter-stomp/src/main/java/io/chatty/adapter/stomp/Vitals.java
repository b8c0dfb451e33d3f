package io.chatty.adapter.stomp;

import org.jspecify.annotations.Nullable;

/**
 * The times by which a connection is judged, all of {@link System#nanoTime()}. Written by whoever sees something happen,
 * read by the sweeper.
 */
final class Vitals {

    private final long openedAt;
    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile long beatInterval;
    private volatile @Nullable Long amidFrameSince;
    private volatile @Nullable Long endedAt;
    private volatile @Nullable Long closedAt;

    Vitals(long now) {
        this.openedAt = now;
        this.heardAt = now;
        this.pingedAt = now;
    }

    /** Something came from the client, whatever it was. */
    void heard(long now) {
        heardAt = now;
    }

    /** Notes whether a frame has begun that is not complete. */
    void amidFrame(boolean amid, long now) {
        if (!amid) {
            amidFrameSince = null;
        } else if (amidFrameSince == null) {
            amidFrameSince = now;
        }
    }

    void pinged(long now) {
        pingedAt = now;
    }

    /** The client wants to hear from the server this often, in nanoseconds; 0 for never. */
    void beatEvery(long nanos) {
        beatInterval = nanos;
    }

    /** No more frames are taken. */
    void end() {
        if (endedAt == null) {
            endedAt = System.nanoTime();
        }
    }

    /** A close frame is on its way. */
    void close() {
        end();
        if (closedAt == null) {
            closedAt = System.nanoTime();
        }
    }

    boolean isEnded() {
        return endedAt != null;
    }

    long beatInterval() {
        return beatInterval;
    }

    long ageAt(long now) {
        return now - openedAt;
    }

    long silenceAt(long now) {
        return now - heardAt;
    }

    long sincePing(long now) {
        return now - pingedAt;
    }

    /** 0 between frames. */
    long amidFrameFor(long now) {
        return since(amidFrameSince, now);
    }

    /** 0 before the end. */
    long endedFor(long now) {
        return since(endedAt, now);
    }

    /** 0 before a close frame was sent. */
    long closingFor(long now) {
        return since(closedAt, now);
    }

    private static long since(@Nullable Long start, long now) {
        // At least 1, so that what has just begun is told from what has not.
        return start == null ? 0 : Math.max(1, now - start);
    }
}
