package io.chatty.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A network between a browser and a server, which can be slow or cut. Thread-safe. */
final class Line implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMs;
    private volatile boolean cut;

    Line(int target) {
        this.target = target;
        try {
            this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How long every byte is under way from now on, in each direction. */
    void slow(Duration delay) {
        delayMs = delay.toMillis();
    }

    /** Ends every connection, and lets no new one through. */
    void cut() {
        cut = true;
        open.forEach(Line::close);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        close(door);
        cut();
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cut) {
                    close(near);
                } else {
                    join(near, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            } catch (IOException e) {
                // The server is down, or the line is closed: the next caller finds out.
            }
        }
    }

    private void join(Socket near, Socket far) throws IOException {
        open.add(near);
        open.add(far);
        carry(near, far);
        carry(far, near);
    }

    private void carry(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        // Delays overlap: what is read is written later, while reading goes on.
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        threads.execute(() -> {
            try (from) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    byte[] part = Arrays.copyOf(buffer, length);
                    writer.schedule(() -> write(out, part, to), delayMs, TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                // One side is gone, so the other goes too.
            }
            writer.schedule(() -> close(to), delayMs, TimeUnit.MILLISECONDS);
            writer.shutdown();
            open.remove(from);
        });
    }

    private static void write(OutputStream out, byte[] part, Socket to) {
        try {
            out.write(part);
            out.flush();
        } catch (IOException e) {
            close(to);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
