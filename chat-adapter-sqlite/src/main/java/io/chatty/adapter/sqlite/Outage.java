package io.chatty.adapter.sqlite;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator that the file cannot be written and what to do, at most once a minute however many are refused, and
 * that it can be written again. Not thread-safe: it belongs to the writer's thread.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Path database;
    private final LongSupplier nanoTime;
    private boolean told;
    private long mayTellAt;

    /** @param nanoTime as {@link System#nanoTime} */
    Outage(Path database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.mayTellAt = nanoTime.getAsLong();
    }

    /** A transaction was undone by a failure of the file. */
    void isFelt(Throwable failure) {
        long now = nanoTime.getAsLong();
        if (now - mayTellAt < 0) {
            return;
        }
        told = true;
        mayTellAt = now + SILENCE_NANOS;
        if (SqliteFailures.isOfAFullDisk(failure)) {
            LOG.warn(
                    "The disk of {} is full; make room on it. Until then sends are refused, nothing that was acknowledged"
                            + " is lost, and a restart is not needed.",
                    database);
        } else {
            LOG.warn(
                    "{} cannot be written ({}); look after its disk and its permissions. Until then sends are refused,"
                            + " and nothing that was acknowledged is lost.",
                    database,
                    failure.toString());
        }
    }

    /** A transaction was committed. */
    void isOver() {
        if (told) {
            told = false;
            LOG.info("{} can be written again", database);
        }
    }
}
