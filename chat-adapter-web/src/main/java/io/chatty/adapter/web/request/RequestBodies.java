package io.chatty.adapter.web.request;

import io.chatty.adapter.web.ProblemException;
import io.chatty.adapter.web.WebProperties;
import io.chatty.wire.MalformedRequestException;
import io.chatty.wire.ProblemCode;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the bodies of requests, none longer than the limit. Waiting for bytes holds a thread, so only 50 requests wait at
 * once and others are refused with {@code temporarily-unavailable}; a body that is already there is read without waiting.
 * Thread-safe.
 */
@Component
final class RequestBodies {

    /** A body that takes longer to come, a few bytes at a time, is given up: it holds a thread. */
    private static final long MAX_NANOS = 20_000_000_000L;

    private static final int AT_ONCE = 4 * 1024;

    /** A quarter of the threads that Jetty has by default; signing in needs a body, so anybody can make one wait. */
    private static final int MAX_WAITING = 50;

    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final int limit;
    private volatile boolean stopping;

    RequestBodies(WebProperties properties) {
        this.limit = Math.toIntExact(properties.bodyBytes().toBytes());
    }

    /** From now on the web server waits for no body for long. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    /**
     * The whole body.
     *
     * @throws ProblemException if it is too long, or too many wait
     * @throws MalformedRequestException if it breaks off or takes more than 20 s
     */
    byte[] read(HttpServletRequest request) {
        refuseTooLong(request);
        try {
            return read(request.getInputStream(), request.getContentLengthLong());
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private byte[] read(ServletInputStream stream, long announced) throws IOException {
        long start = System.nanoTime();
        byte[] buffer = new byte[AT_ONCE];
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean waits = false;
        try {
            while (true) {
                if (!waits && body.size() != announced && stream.available() == 0) {
                    waits = startWaiting();
                }
                int read = stream.read(buffer);
                if (read < 0) {
                    return body.toByteArray();
                }
                body.write(buffer, 0, read);
                check(body.size(), start);
            }
        } finally {
            if (waits) {
                waiting.release();
            }
        }
    }

    private boolean startWaiting() {
        if (!waiting.tryAcquire()) {
            throw new ProblemException(ProblemCode.TEMPORARILY_UNAVAILABLE);
        }
        return true;
    }

    private void check(int size, long start) {
        if (size > limit) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        if (System.nanoTime() - start > MAX_NANOS) {
            throw brokenOff();
        }
    }

    /** The body ended early, is too slow, or its chunks are broken: what came is not one JSON object. */
    private RuntimeException brokenOff() {
        // Unless it was cut by us: the same request is fine at the next server.
        return stopping ? new ProblemException(ProblemCode.TEMPORARILY_UNAVAILABLE) : new MalformedRequestException();
    }

    /** Refuses a body that says itself that it is too long. */
    void refuseTooLong(HttpServletRequest request) {
        if (request.getContentLengthLong() > limit) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
        }
    }
}
