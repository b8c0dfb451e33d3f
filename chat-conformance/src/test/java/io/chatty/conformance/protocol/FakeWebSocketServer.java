package io.chatty.conformance.protocol;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/** A server end of WebSockets that does what the test says: it shakes hands and hands over each frame. */
public final class FakeWebSocketServer implements AutoCloseable {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket listening;
    private final BiConsumer<Peer, WebSocketFrame> behaviour;
    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
    private volatile String refusal = "";

    /** @param behaviour what to do with each frame, called on the thread of its connection */
    public FakeWebSocketServer(BiConsumer<Peer, WebSocketFrame> behaviour) {
        this.behaviour = behaviour;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "fake-websocket");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers every handshake from now on with this status line and body. */
    void refuse(String statusLine, String body) {
        refusal = "HTTP/1.1 " + statusLine + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    public URI url(String scheme) {
        return URI.create(scheme + "://localhost:" + listening.getLocalPort());
    }

    /** The next connection that was opened. */
    Peer peer() throws InterruptedException {
        return peers.take();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = head(in);
            if (!refusal.isEmpty()) {
                socket.getOutputStream().write(refusal.getBytes(StandardCharsets.UTF_8));
                return;
            }
            socket.getOutputStream().write(accepted(head).getBytes(StandardCharsets.UTF_8));
            Peer peer = new Peer(socket, head, new Inbox<>("frames of a peer", Patience.USUAL));
            peers.add(peer);
            converse(peer, in);
        } catch (IOException gone) {
            // The client went away before it was a peer.
        }
    }

    private void converse(Peer peer, InputStream in) {
        try {
            while (true) {
                WebSocketFrame frame = WebSocketFrame.read(in);
                peer.frames().add(frame);
                behaviour.accept(peer, frame);
            }
        } catch (IOException | UncheckedIOException gone) {
            peer.frames().end("gone");
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static String accepted(String head) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((header(head, "Sec-WebSocket-Key") + GUID).getBytes(StandardCharsets.UTF_8));
            String first = header(head, "Sec-WebSocket-Protocol").replaceFirst(",.*", "");
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + (first.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + first + "\r\n")
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String header(String head, String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .findFirst()
                .map(line -> line.substring(prefix.length()).strip())
                .orElse("");
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * One connection.
     *
     * @param head of its handshake
     * @param frames what came from the client, control frames included
     */
    public record Peer(Socket socket, String head, Inbox<WebSocketFrame> frames) {

        String header(String name) {
            return FakeWebSocketServer.header(head, name);
        }

        void send(WebSocketFrame frame) {
            sendBytes(frame.encode(null));
        }

        public void sendText(String text) {
            send(WebSocketFrame.text(text));
        }

        synchronized void sendBytes(byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        void cut() {
            try {
                socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
