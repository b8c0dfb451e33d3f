package io.chatty.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.protocol.FakeWebSocketServer.Peer;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StompConnectionTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeWebSocketServer server = new FakeWebSocketServer(StompConnectionTest::answerClose);
    private StompConnection connection;
    private Peer peer;

    private static void answerClose(Peer peer, WebSocketFrame frame) {
        if (frame.opcode() == WebSocketFrame.CLOSE) {
            peer.send(frame);
        }
    }

    @BeforeEach
    void open() throws InterruptedException {
        Handshake handshake =
                new Handshake(List.of("v12.stomp", "v11.stomp"), Map.of("Origin", "http://here", "Cookie", "a=b"));
        connection = StompConnection.open(HTTP, server.url("ws").resolve("/ws"), handshake, Patience.USUAL);
        peer = server.peer();
    }

    @AfterEach
    void close() {
        connection.abort();
        server.close();
    }

    @Test
    void shakesHandsWithHeadersAndSubprotocols() {
        assertThat(peer.header("Origin")).isEqualTo("http://here");
        assertThat(peer.header("Cookie")).isEqualTo("a=b");
        assertThat(peer.header("Sec-WebSocket-Protocol")).matches("v12\\.stomp, *v11\\.stomp");
        assertThat(connection.subprotocol()).isEqualTo("v12.stomp");
    }

    @Test
    void tellsWhyAHandshakeWasRefused() {
        server.refuse("403 Forbidden", "not from there");

        assertThatThrownBy(() -> StompConnection.open(HTTP, server.url("ws"), Handshake.STOMP, Patience.USUAL))
                .isInstanceOfSatisfying(HandshakeRefusedException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.body()).isEqualTo("not from there");
                });
    }

    @Test
    void sendsFramesTextsAndBytesAsTheyAre() {
        StompFrame frame = StompFrame.of("SEND", "destination", "/app/typing");
        connection.send(frame);
        connection.sendText("not STOMP");
        connection.sendBytes(new byte[] {1, 2});

        assertThat(peer.frames().awaitMany("all", 3, each -> true))
                .containsExactly(
                        WebSocketFrame.text(frame.encode()),
                        WebSocketFrame.text("not STOMP"),
                        new WebSocketFrame(true, WebSocketFrame.BINARY, new byte[] {1, 2}));
    }

    @Test
    void joinsAFrameSentInPieces() {
        byte[] bytes = StompFrame.of("MESSAGE").withBody("\u00e9").encode().getBytes(StandardCharsets.UTF_8);
        peer.send(new WebSocketFrame(false, WebSocketFrame.TEXT, Arrays.copyOf(bytes, bytes.length - 2)));
        peer.send(new WebSocketFrame(
                true, WebSocketFrame.CONTINUATION, Arrays.copyOfRange(bytes, bytes.length - 2, bytes.length)));

        assertThat(connection.frames().await("frame", frame -> true).body()).isEqualTo("\u00e9");
    }

    @Test
    void countsPingsAndBeatsAndAnswersPings() {
        peer.send(new WebSocketFrame(true, WebSocketFrame.PING, new byte[0]));
        peer.sendText("\n");
        connection.beat();

        peer.frames().await("pong", frame -> frame.opcode() == WebSocketFrame.PONG);
        peer.frames().await("beat", WebSocketFrame.text("\n")::equals);
        await().until(() -> connection.pingsSeen() == 1 && connection.beatsSeen() == 1);
    }

    @Test
    void readsNothingWhileItIsToldNotTo() {
        connection.stopReading();
        peer.sendText(StompFrame.of("MESSAGE", "n", "1").encode());
        peer.sendText(StompFrame.of("MESSAGE", "n", "2").encode());
        connection.frames().await("the one already asked for", frame -> frame.is("MESSAGE", "n", "1"));
        assertThat(connection.frames().seen()).hasSize(1);

        connection.resumeReading();
        connection.frames().await("the second", frame -> frame.is("MESSAGE", "n", "2"));
    }

    @Test
    void waitsForAnErrorAndItsCloseCode() {
        peer.sendText(StompFrame.of("ERROR", "message", "session-revoked")
                .withBody("{\"code\":\"session-revoked\"}")
                .encode());
        peer.send(WebSocketFrame.close(4401, "sign in again"));

        assertThat(connection.awaitError("session-revoked", 4401).command()).isEqualTo("ERROR");
        assertThat(connection.awaitClosing()).isEqualTo(new Closing(4401, "sign in again"));
        assertThat(connection.isOpen()).isFalse();
        assertThatThrownBy(() -> connection.awaitError("session-expired", 4401))
                .hasMessageContaining("expected ERROR session-expired");
    }

    @Test
    void seesALostConnectionAsOne() {
        peer.cut();

        assertThat(connection.awaitClosing().code()).isEqualTo(Closing.LOST);
        assertThatThrownBy(() -> connection.frames().await("anything", frame -> true))
                .hasMessageContaining("no anything")
                .hasMessageContaining("1006");
    }

    @Test
    void endsWhenTheServerSpeaksNoStomp() {
        peer.sendText("HELLO\n\n\0");

        assertThat(connection.awaitClosing().reason()).contains("not a STOMP command: HELLO");
    }

    @Test
    void abortsWithoutACloseFrame() {
        connection.abort();

        assertThatThrownBy(() -> peer.frames().await("close", frame -> true))
                .hasMessageContaining("last seen: nothing");
    }

    @Test
    void closesWithOneThousand() {
        connection.close();

        assertThat(peer.frames().await("close", frame -> true).closing().code()).isEqualTo(1000);
        assertThat(connection.awaitClosing().code()).isEqualTo(1000);
    }
}
