package io.chatty.conformance.protocol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket on a bare TCP socket, for what a well-behaved client never does.
 *
 * <p>No thread stands behind it: nothing is read, and no ping answered, unless the caller asks for it. Left alone it is
 * a black hole; read with {@link #read} it sees pings and answers none; {@link #readText} answers them and nothing else.
 * Its receive buffer is small, so that a server that pushes to a client that does not read feels it soon.
 *
 * <p>One thread may read while others write.
 */
public final class RawWebSocket implements AutoCloseable {

    private static final int RECEIVE_BUFFER_BYTES = 4096;
    private static final int MAX_LINE_BYTES = 64 * 1024;

    private final SecureRandom random = new SecureRandom();
    private final Patience patience;
    private final Socket socket;
    private final InputStream in;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private RawWebSocket(Socket socket, Patience patience) throws IOException {
        this.patience = patience;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Connects and shakes hands.
     *
     * @param endpoint {@code ws://...} or {@code wss://...}
     * @param patience how long the connection, the handshake and each read may take
     * @throws HandshakeRefusedException when the server answers anything but 101
     * @throws UncheckedIOException when there is no connection, or it breaks
     */
    public static RawWebSocket open(URI endpoint, Handshake handshake, Patience patience) {
        Socket socket = null;
        try {
            socket = connected(endpoint, patience);
            RawWebSocket result = new RawWebSocket(socket, patience);
            result.shakeHands(endpoint, handshake);
            return result;
        } catch (IOException | HandshakeRefusedException failed) {
            closeQuietly(socket);
            if (failed instanceof HandshakeRefusedException refused) {
                throw refused;
            }
            throw new UncheckedIOException("no WebSocket at " + endpoint, (IOException) failed);
        }
    }

    private static Socket connected(URI endpoint, Patience patience) throws IOException {
        boolean secure = "wss".equals(endpoint.getScheme());
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? 443 : 80;
        Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(endpoint.getHost(), port), millis(patience.limit()));
        socket.setSoTimeout(millis(patience.limit()));
        return socket;
    }

    private void shakeHands(URI endpoint, Handshake handshake) throws IOException {
        byte[] key = new byte[16];
        random.nextBytes(key);
        StringBuilder head = new StringBuilder()
                .append("GET ")
                .append(endpoint.getRawPath())
                .append(" HTTP/1.1\r\n")
                .append("Host: ")
                .append(endpoint.getRawAuthority())
                .append("\r\n")
                .append("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n")
                .append("Sec-WebSocket-Key: ")
                .append(Base64.getEncoder().encodeToString(key))
                .append("\r\n");
        List<String> subprotocols = handshake.subprotocols();
        if (!subprotocols.isEmpty()) {
            head.append("Sec-WebSocket-Protocol: ")
                    .append(String.join(", ", subprotocols))
                    .append("\r\n");
        }
        handshake.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        sendBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        readAnswer();
    }

    private void readAnswer() throws IOException {
        String[] statusLine = readLine().split(" ", -1);
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(statusLine[1]);
        if (status != 101) {
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
            throw new HandshakeRefusedException(status, new String(body, StandardCharsets.UTF_8));
        }
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > MAX_LINE_BYTES) {
                throw new IOException("no HTTP answer, but: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** A header of the server's answer to the handshake, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Sends one frame, masked. */
    public void send(WebSocketFrame frame) {
        byte[] mask = new byte[4];
        random.nextBytes(mask);
        sendBytes(frame.encode(mask));
    }

    /** Sends one text message. */
    public void sendText(String text) {
        send(WebSocketFrame.text(text));
    }

    /**
     * Sends bytes as they are, whether they are a frame or not.
     *
     * @throws UncheckedIOException when the connection is gone
     */
    public synchronized void sendBytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads the next frame, whatever it is, and answers nothing.
     *
     * @throws AssertionError when none comes in time
     * @throws UncheckedIOException when the connection ends without a close frame
     */
    public WebSocketFrame read(Duration limit) {
        try {
            socket.setSoTimeout(millis(limit));
            return WebSocketFrame.read(in);
        } catch (SocketTimeoutException late) {
            throw new AssertionError("no frame within " + limit.toMillis() + " ms", late);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads up to the end of the next text message; pings before it are answered.
     *
     * @throws AssertionError when none comes in time, or the server closes
     */
    public String readText() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            WebSocketFrame frame = read(patience.limit());
            switch (frame.opcode()) {
                case WebSocketFrame.PING -> send(new WebSocketFrame(true, WebSocketFrame.PONG, frame.payload()));
                case WebSocketFrame.PONG -> {}
                case WebSocketFrame.CLOSE -> throw new AssertionError("no text, but " + frame.closing());
                default -> {
                    message.writeBytes(frame.payload());
                    if (frame.last()) {
                        return message.toString(StandardCharsets.UTF_8);
                    }
                }
            }
        }
    }

    /**
     * Reads and drops everything up to the end of the connection, answering nothing.
     *
     * @param limit how long the whole of it may take
     * @return what the close frame said, {@link Closing#LOST} where there was none
     * @throws AssertionError when the connection still stands after the limit
     */
    public Closing awaitClosing(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative()) {
                    throw new AssertionError("not closed within " + limit.toMillis() + " ms");
                }
                WebSocketFrame frame = read(left);
                if (frame.opcode() == WebSocketFrame.CLOSE) {
                    return frame.closing();
                }
            }
        } catch (UncheckedIOException gone) {
            return new Closing(Closing.LOST, String.valueOf(gone.getCause()));
        }
    }

    /** Resets the TCP connection, as a crash of the machine's program would. */
    public void abort() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyGone) {
            // What follows closes it in any case.
        }
        close();
    }

    /** Ends the TCP connection without a close frame. */
    @Override
    public void close() {
        closeQuietly(socket);
    }

    private static void closeQuietly(@Nullable Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // Nobody can do anything about it.
        }
    }

    private static int millis(Duration limit) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, limit.toMillis()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "raw WebSocket to %s", socket.getRemoteSocketAddress());
    }
}
