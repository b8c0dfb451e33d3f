package io.chatty.adapter.stomp;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.springframework.web.socket.CloseStatus;

/** A WebSocket of Jetty, used directly, since Spring's session sends only by blocking. */
final class JettySocket implements StompSocket {

    private final Session session;

    JettySocket(Session session) {
        this.session = session;
    }

    @Override
    public void send(String text, Runnable sent, Runnable failed) {
        session.sendText(text, Callback.from(sent, failure -> failed.run()));
    }

    @Override
    public void ping() {
        session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    @Override
    public void close(CloseStatus status) {
        session.close(status.getCode(), status.getReason(), Callback.NOOP);
    }

    @Override
    public void disconnect() {
        session.disconnect();
    }
}
