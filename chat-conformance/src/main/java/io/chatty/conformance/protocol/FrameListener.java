package io.chatty.conformance.protocol;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Turns what the JDK's WebSocket hears into STOMP frames, one request for more after each, unless told to stop. */
final class FrameListener implements WebSocket.Listener {

    private final Inbox<StompFrame> frames;
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicInteger pings = new AtomicInteger();
    private final StompFrameDecoder decoder = new StompFrameDecoder();
    private final StringBuilder partial = new StringBuilder();
    private boolean reading = true;
    private boolean requestOwed;

    FrameListener(Inbox<StompFrame> frames) {
        this.frames = frames;
    }

    CompletableFuture<Closing> closing() {
        return closing;
    }

    int beats() {
        return beats.get();
    }

    int pings() {
        return pings.get();
    }

    synchronized void stopReading() {
        reading = false;
    }

    synchronized void resumeReading(WebSocket socket) {
        reading = true;
        if (requestOwed) {
            requestOwed = false;
            socket.request(1);
        }
    }

    private synchronized void requestNext(WebSocket socket) {
        if (reading) {
            socket.request(1);
        } else {
            requestOwed = true;
        }
    }

    void lost(String reason) {
        ended(new Closing(Closing.LOST, reason));
    }

    private void ended(Closing how) {
        closing.complete(how);
        frames.end(how.toString());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            byte[] message = partial.toString().getBytes(StandardCharsets.UTF_8);
            partial.setLength(0);
            received(socket, message);
        }
        requestNext(socket);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        received(socket, bytes);
        requestNext(socket);
        return null;
    }

    private void received(WebSocket socket, byte[] bytes) {
        try {
            decoder.feed(bytes).forEach(frames::add);
            beats.set(decoder.beats());
        } catch (IllegalArgumentException notStomp) {
            lost(notStomp.toString());
            socket.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        pings.incrementAndGet();
        requestNext(socket);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ended(new Closing(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        lost(error.toString());
    }
}
