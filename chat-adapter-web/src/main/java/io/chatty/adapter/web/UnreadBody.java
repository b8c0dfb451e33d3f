package io.chatty.adapter.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * What is left of the body of a request that is refused. A server that answers and hangs up on somebody who still sends
 * makes him lose the answer, so the rest is read and thrown away, within reason: reading holds a thread, and anybody can
 * be refused, so only a few are read at once. Thread-safe.
 */
final class UnreadBody {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);

    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final long MAX_NANOS = 5_000_000_000L;
    private static final int AT_ONCE = 16 * 1024;

    /** A tenth of the threads that Jetty has by default. */
    private static final int MAX_READERS = 20;

    private final Semaphore readers = new Semaphore(MAX_READERS);

    /**
     * Reads on to the end; gives up after 16 MiB or 5 seconds, and at once where 20 others are being read.
     *
     * @return whether nothing is on its way; if something is, the connection cannot be used for another request
     */
    boolean discard(HttpServletRequest request) {
        if (!hasBody(request) || waitsToSend(request)) {
            return true;
        }
        try {
            ServletInputStream rest = request.getInputStream();
            return rest.isFinished() || (readers.tryAcquire() && readAndLeave(rest));
        } catch (IOException e) {
            LOG.debug("The rest of a body does not come: {}", e.toString());
            return false;
        }
    }

    private boolean readAndLeave(ServletInputStream rest) throws IOException {
        try {
            byte[] buffer = new byte[AT_ONCE];
            long start = System.nanoTime();
            int discarded = 0;
            int read = 0;
            while (read >= 0 && discarded < MAX_BYTES && System.nanoTime() - start < MAX_NANOS) {
                read = rest.read(buffer);
                discarded += Math.max(0, read);
            }
            return read < 0;
        } finally {
            readers.release();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** The caller has not begun to send and waits to be told whether to; already asking for the stream would tell him. */
    private static boolean waitsToSend(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.EXPECT) != null;
    }
}
