package io.chatty.conformance.protocol;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * STOMP over the JDK's WebSocket, frame by frame: what is sent is the caller's business, what arrives is in
 * {@link #frames()}. Pings are answered as every WebSocket does; heart-beats are sent only by {@link #beat()}.
 *
 * <p>Thread-safe. Sends of several threads go out one after the other.
 */
public final class StompConnection implements AutoCloseable {

    private static final int NORMAL = 1000;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final WebSocket socket;
    private final FrameListener listener;
    private final Inbox<StompFrame> frames;
    private final Patience patience;

    private StompConnection(WebSocket socket, FrameListener listener, Inbox<StompFrame> frames, Patience patience) {
        this.socket = socket;
        this.listener = listener;
        this.frames = frames;
        this.patience = patience;
    }

    /**
     * Opens a WebSocket; no STOMP is spoken yet.
     *
     * @param endpoint {@code ws://...} or {@code wss://...}
     * @param patience how long the handshake, each send and each wait may take
     * @throws HandshakeRefusedException when the server answers anything but 101
     * @throws AssertionError when there is no answer
     */
    public static StompConnection open(HttpClient http, URI endpoint, Handshake handshake, Patience patience) {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(patience.limit());
        handshake.headers().forEach(builder::header);
        String[] names = handshake.subprotocols().toArray(String[]::new);
        if (names.length > 0) {
            String[] others = new String[names.length - 1];
            System.arraycopy(names, 1, others, 0, others.length);
            builder.subprotocols(names[0], others);
        }
        Inbox<StompFrame> frames = new Inbox<>("frames of " + endpoint, patience);
        FrameListener listener = new FrameListener(frames);
        CompletableFuture<WebSocket> opened =
                builder.buildAsync(endpoint, listener).exceptionally(StompConnection::refusal);
        try {
            return new StompConnection(patience.await("WebSocket", opened), listener, frames, patience);
        } catch (AssertionError failed) {
            if (failed.getCause() instanceof HandshakeRefusedException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    private static WebSocket refusal(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            HttpResponse<?> answer = refused.getResponse();
            Object body = answer.body();
            throw new HandshakeRefusedException(answer.statusCode(), body == null ? "" : body.toString());
        }
        throw new CompletionException(cause);
    }

    /** The sub-protocol the server chose, empty where it chose none. */
    public String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Every frame that arrived; it ends with the connection. */
    public Inbox<StompFrame> frames() {
        return frames;
    }

    /**
     * Sends a frame as it is.
     *
     * @throws AssertionError when the connection is gone, or the server takes nothing for as long as the patience lasts
     */
    public void send(StompFrame frame) {
        sendText(frame.encode());
    }

    /** Sends any text as one message. */
    public synchronized void sendText(String text) {
        patience.await("room to send", socket.sendText(text, true));
    }

    /** Sends any bytes as one binary message. */
    public synchronized void sendBytes(byte[] bytes) {
        patience.await("room to send", socket.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    /** Sends one heart-beat. */
    public void beat() {
        sendText("\n");
    }

    /** The number of heart-beats that arrived. */
    public int beatsSeen() {
        return listener.beats();
    }

    /** The number of pings that arrived, all of them answered. */
    public int pingsSeen() {
        return listener.pings();
    }

    /**
     * Sends a CONNECT frame and waits for its outcome.
     *
     * @return CONNECTED
     * @throws AssertionError when the answer is ERROR, or none comes
     */
    public StompFrame connect(StompFrame connect) {
        send(connect);
        StompFrame answer = frames.await("CONNECTED", frame -> !frame.command().equals("MESSAGE"));
        if (!answer.command().equals("CONNECTED")) {
            throw new AssertionError("no CONNECTED, but " + answer);
        }
        return answer;
    }

    /**
     * Sends a frame that carries a {@code receipt} header and waits for its RECEIPT.
     *
     * @return RECEIPT
     * @throws AssertionError when the answer is ERROR, or none comes
     */
    public StompFrame sendForReceipt(StompFrame frame) {
        String receipt = String.valueOf(frame.header("receipt"));
        send(frame);
        StompFrame answer = frames.await(
                "RECEIPT " + receipt,
                each -> each.is("RECEIPT", "receipt-id", receipt)
                        || each.command().equals("ERROR"));
        if (!answer.command().equals("RECEIPT")) {
            throw new AssertionError("no RECEIPT for " + frame + ", but " + answer);
        }
        return answer;
    }

    /**
     * Waits for ERROR and the close frame after it.
     *
     * @param code the {@code message} header, which is also the code of the problem in the body
     * @param closeCode of the WebSocket
     * @return ERROR
     * @throws AssertionError when anything is different
     */
    public StompFrame awaitError(String code, int closeCode) {
        StompFrame error =
                frames.await("ERROR " + code, frame -> frame.command().equals("ERROR"));
        Closing how = awaitClosing();
        if (!error.is("ERROR", "message", code) || !error.json().has("code", code) || how.code() != closeCode) {
            throw new AssertionError("expected ERROR " + code + " and " + closeCode + ", got " + error + " and " + how);
        }
        return error;
    }

    /** From the next message on nothing is read, no ping answered and no closing noticed. */
    public void stopReading() {
        listener.stopReading();
    }

    /** Reads again. */
    public void resumeReading() {
        listener.resumeReading(socket);
    }

    public boolean isOpen() {
        return !listener.closing().isDone();
    }

    /** How the connection ended; completes when it does. */
    public CompletableFuture<Closing> closing() {
        return listener.closing().copy();
    }

    /**
     * Waits for the end of the connection.
     *
     * @throws AssertionError when it still stands after the patience of this connection
     */
    public Closing awaitClosing() {
        return awaitClosing(patience.limit());
    }

    /** The same within a limit of its own. */
    public Closing awaitClosing(Duration limit) {
        return new Patience(limit).await("closing (last seen: " + frames.recent() + ")", listener.closing());
    }

    /** Cuts the TCP connection without a close frame. */
    public void abort() {
        socket.abort();
        listener.lost("aborted here");
    }

    /**
     * Sends a close frame and waits for nothing.
     *
     * @param code 1000 or 3000 to 4999
     */
    public synchronized void sendClose(int code, String reason) {
        patience.await("room to close", socket.sendClose(code, reason));
    }

    /** Says goodbye with 1000, gives the server two seconds to answer, then cuts the connection. */
    @Override
    public void close() {
        try {
            if (isOpen()) {
                sendClose(NORMAL, "");
                awaitClosing(GOODBYE);
            }
        } catch (AssertionError unanswered) {
            // The cut below ends it all the same.
        } finally {
            abort();
        }
    }
}
