package io.chatty.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * What is left of the body of a request that is refused. A server that answers and hangs up on somebody who still sends
 * makes him lose the answer, so the rest is read and thrown away, within reason.
 */
final class UnreadBody {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);

    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final long MAX_NANOS = 5_000_000_000L;
    private static final int AT_ONCE = 16 * 1024;

    private UnreadBody() {}

    /** Reads on to the end; gives up after 16 MiB or 5 seconds, and the connection is then closed with the answer. */
    static void discard(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.EXPECT) != null) {
            // The caller has not begun to send and waits to be told whether to.
            return;
        }
        try {
            InputStream rest = request.getInputStream();
            byte[] buffer = new byte[AT_ONCE];
            long start = System.nanoTime();
            int discarded = 0;
            int read = 0;
            while (read >= 0 && discarded < MAX_BYTES && System.nanoTime() - start < MAX_NANOS) {
                read = rest.read(buffer);
                discarded += Math.max(0, read);
            }
        } catch (IOException e) {
            LOG.debug("The rest of a body does not come: {}", e.toString());
        }
    }
}
