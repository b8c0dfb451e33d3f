package io.chatty.adapter.stomp;

import static java.util.Objects.requireNonNull;

import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.wire.ProblemCode;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Where WebSockets come in. The container hands over one message of a connection at a time and the next only after the
 * last was handled: so frames are acted on in order, and a client that is too fast is held back by its own connection.
 */
@Component
final class StompEndpoint implements WebSocketHandler, SubProtocolCapable {

    private static final Logger log = LoggerFactory.getLogger(StompEndpoint.class);
    private static final String SESSION = StompSession.class.getName();

    private final FrameDispatcher dispatcher;
    private final SessionDirectory directory;
    private final UnauthenticatedSockets unauthenticated;
    private final ConnectUseCase connect;
    private final DisconnectUseCase disconnect;
    private final Errands errands;
    private final StompProperties limits;

    StompEndpoint(
            FrameDispatcher dispatcher,
            SessionDirectory directory,
            UnauthenticatedSockets unauthenticated,
            ConnectUseCase connect,
            DisconnectUseCase disconnect,
            Errands errands,
            StompProperties limits) {
        this.dispatcher = dispatcher;
        this.directory = directory;
        this.unauthenticated = unauthenticated;
        this.connect = connect;
        this.disconnect = disconnect;
        this.errands = errands;
        this.limits = limits;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("v12.stomp", "v11.stomp");
    }

    @Override
    public boolean supportsPartialMessages() {
        return false;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        Session jetty = ((NativeWebSocketSession) socket).getNativeSession(Session.class);
        if (jetty == null) {
            throw new IllegalStateException("not a socket of Jetty");
        }
        Handshake handshake = HandshakeGate.handshakeOf(socket);
        Attendance attendance = new Attendance(handshake.connection(), connect, disconnect);
        StompSession session = new StompSession(handshake, new JettySocket(jetty), attendance, errands, limits);
        socket.getAttributes().put(SESSION, session);
        directory.add(session);
        if (directory.isClosed()) {
            session.close(StompErrors.RESTART);
        } else if (!unauthenticated.add(handshake)) {
            session.fail(ProblemCode.RATE_LIMITED, null);
        }
    }

    @Override
    public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) {
        StompSession session = sessionOf(socket);
        long now = System.nanoTime();
        session.vitals().heard(now);
        if (session.vitals().isEnded()) {
            return;
        }
        if (message instanceof TextMessage text) {
            receive(session, text.asBytes(), now);
        } else if (message instanceof BinaryMessage binary) {
            receive(session, bytes(binary.getPayload()), now);
        }
    }

    private void receive(StompSession session, byte[] bytes, long now) {
        try {
            session.reader().feed(bytes);
            int count = 0;
            for (StompFrame frame = session.reader().next();
                    frame != null;
                    frame = session.reader().next()) {
                count++;
                dispatcher.dispatch(session, frame, session.pace().take(now));
                if (session.vitals().isEnded()) {
                    return;
                }
            }
            if (count == 0 && session.pace().take(now) > 0 && session.strike()) {
                session.fail(ProblemCode.RATE_LIMITED, null);
            }
            session.vitals().amidFrame(session.reader().isAmidFrame(), now);
        } catch (FrameException unreadable) {
            log.debug("{} sent no frame: {}", session.id(), unreadable.code());
            session.fail(unreadable.code(), unreadable.receipt());
        } catch (RuntimeException bug) {
            log.error("{} failed", session.id(), bug);
            session.fail(ProblemCode.INTERNAL_ERROR, null);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) {
        log.debug("{} broke: {}", socket.getId(), failure.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        StompSession session = sessionOf(socket);
        session.vitals().end();
        session.outbound().forget();
        unauthenticated.remove(session.handshake());
        directory.remove(session);
        session.leave(status.getCode() == CloseStatus.NORMAL.getCode() ? Farewell.GONE : Farewell.LOST);
    }

    private static StompSession sessionOf(WebSocketSession socket) {
        return (StompSession) requireNonNull(socket.getAttributes().get(SESSION));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
