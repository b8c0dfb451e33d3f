package io.chatty.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.conformance.protocol.FakeWebSocketServer.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawWebSocketTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final WebSocketFrame PING =
            new WebSocketFrame(true, WebSocketFrame.PING, "alive?".getBytes(StandardCharsets.UTF_8));

    private final FakeWebSocketServer server = new FakeWebSocketServer((peer, frame) -> {});
    private RawWebSocket socket;
    private Peer peer;

    @BeforeEach
    void open() throws InterruptedException {
        socket = RawWebSocket.open(
                server.url("ws").resolve("/ws"), Handshake.STOMP.withHeader("Origin", "http://here"), Patience.USUAL);
        peer = server.peer();
    }

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    @Test
    void shakesHandsWithHeadersAndSubprotocol() {
        assertThat(peer.head()).startsWith("GET /ws HTTP/1.1\r\n");
        assertThat(peer.header("Origin")).isEqualTo("http://here");
        assertThat(socket.header("sec-websocket-protocol")).isEqualTo("v12.stomp");
        assertThat(socket.header("Sec-WebSocket-Extensions")).isNull();
    }

    @Test
    void tellsWhyAHandshakeWasRefused() {
        server.refuse("403 Forbidden", "not from there");

        assertThatThrownBy(() -> RawWebSocket.open(server.url("ws"), Handshake.STOMP, Patience.USUAL))
                .isInstanceOfSatisfying(HandshakeRefusedException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.body()).isEqualTo("not from there");
                });
    }

    @Test
    void answersNoPingUnlessItReadsText() {
        peer.send(PING);
        assertThat(socket.read(Duration.ofSeconds(20))).isEqualTo(PING);
        socket.sendText("first");

        peer.send(PING);
        peer.send(new WebSocketFrame(false, WebSocketFrame.TEXT, new byte[] {'a'}));
        peer.send(new WebSocketFrame(true, WebSocketFrame.CONTINUATION, new byte[] {'b'}));
        assertThat(socket.readText()).isEqualTo("ab");

        assertThat(peer.frames().awaitMany("text and pong", 2, frame -> true))
                .extracting(WebSocketFrame::opcode)
                .containsExactly(WebSocketFrame.TEXT, WebSocketFrame.PONG);
    }

    @Test
    void sendsBytesThatAreNoFrame() {
        socket.sendBytes(new WebSocketFrame(true, 3, new byte[] {1}).encode(null));

        assertThat(peer.frames().await("opcode 3", frame -> frame.opcode() == 3).payload())
                .containsExactly(1);
    }

    @Test
    void seesCodeAndReasonOfTheClosing() {
        peer.sendText("unread");
        peer.send(WebSocketFrame.close(4500, "you did not read"));

        assertThat(socket.awaitClosing(Duration.ofSeconds(20))).isEqualTo(new Closing(4500, "you did not read"));
    }

    @Test
    void seesALostConnectionAsOne() {
        peer.cut();

        assertThat(socket.awaitClosing(Duration.ofSeconds(20)).code()).isEqualTo(Closing.LOST);
    }

    @Test
    void saysWhenNothingCloses() {
        assertThatThrownBy(() -> socket.awaitClosing(SHORT)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> socket.read(SHORT)).isInstanceOf(AssertionError.class);
    }

    @Test
    void abortsWithoutACloseFrame() {
        socket.abort();

        assertThatThrownBy(() -> peer.frames().await("close", frame -> true))
                .hasMessageContaining("last seen: nothing");
    }
}
