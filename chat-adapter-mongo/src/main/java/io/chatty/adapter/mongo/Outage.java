package io.chatty.adapter.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoServerException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator that the database cannot be used and what to do, at most once a minute however many commands fail, and
 * that it can be used again. Thread-safe.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String servers;
    private final Supplier<String> unreachable;
    private final LongSupplier nanoTime;
    private volatile boolean told;
    private long mayTellAt;

    /**
     * @param unreachable what the way to a server ended with, in brackets, or nothing
     * @param nanoTime as {@link System#nanoTime}
     */
    Outage(String servers, Supplier<String> unreachable, LongSupplier nanoTime) {
        this.servers = servers;
        this.unreachable = unreachable;
        this.nanoTime = nanoTime;
        this.mayTellAt = nanoTime.getAsLong();
    }

    /** A command failed for a reason that passes. */
    synchronized void isFelt(Throwable failure) {
        long now = nanoTime.getAsLong();
        if (now - mayTellAt < 0) {
            return;
        }
        told = true;
        mayTellAt = now + SILENCE_NANOS;
        LOG.warn(
                "MongoDB at {} {}. Until then what people ask for is refused, nothing that was acknowledged is lost, and a"
                        + " restart of Chatty is not needed.",
                servers,
                whatToDo(failure));
    }

    /** Something was written. */
    void isOver() {
        if (told) {
            end();
        }
    }

    private synchronized void end() {
        if (told) {
            told = false;
            LOG.info("MongoDB at {} answers again", servers);
        }
    }

    private String whatToDo(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoServerException refused) {
                return "refuses (" + reason(refused) + "); see what its log says, and whether its disk has room";
            }
        }
        return "does not answer" + unreachable.get()
                + "; start it again, and if its disk is full, which ends it, make room first";
    }

    /** Without the answer of the server, which may be long and hold what is nobody's business. */
    private static String reason(MongoServerException refused) {
        if (refused instanceof MongoCommandException command
                && !command.getErrorCodeName().isEmpty()) {
            return command.getErrorCodeName();
        }
        if (refused instanceof MongoBulkWriteException bulk
                && !bulk.getWriteErrors().isEmpty()) {
            return "error " + bulk.getWriteErrors().get(0).getCode();
        }
        return "error " + refused.getCode();
    }
}
