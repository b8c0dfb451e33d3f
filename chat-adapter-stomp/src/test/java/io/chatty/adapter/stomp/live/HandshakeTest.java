package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.HandshakeRefusedException;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.RestAnswer;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    private final TestServer server = TestServer.shared();

    @ParameterizedTest
    @CsvSource({"v12.stomp,v12.stomp", "v11.stomp,v11.stomp", "v10.stomp v11.stomp v12.stomp,v11.stomp", "soap,''"})
    void choosesTheFirstSubProtocolItSpeaks(String offered, String chosen) {
        Handshake handshake = Handshake.STOMP.withSubprotocols(offered.split(" "));
        try (RawWebSocket socket = server.client().openRaw(handshake)) {
            String answer = socket.header("Sec-WebSocket-Protocol");
            assertThat(answer == null ? "" : answer).isEqualTo(chosen);
        }
    }

    @Test
    void speaksStompAlsoWhereNoSubProtocolWasOffered() {
        Handshake bare = Handshake.STOMP.withSubprotocols();
        try (StompConnection connection = server.client().openStomp(bare)) {
            connection.connect(StompFrame.connect(server.newPerson().token()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://partner.example", "HTTPS://Partner.Example:443"})
    void letsInPagesOfAConfiguredOrigin(String origin) {
        server.client().openRaw(Handshake.STOMP.withHeader("Origin", origin)).close();
    }

    @Test
    void letsInItsOwnPages() {
        String own = server.client().base().toString();
        server.client().openRaw(Handshake.STOMP.withHeader("Origin", own)).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "", "http://localhost", "https://partner.example.evil.example"})
    void refusesPagesOfAnyOtherOrigin(String origin) {
        HandshakeRefusedException refused = catchThrowableOfType(
                HandshakeRefusedException.class,
                () -> server.client().openRaw(Handshake.STOMP.withHeader("Origin", origin)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(JsonObject.parse(refused.body()).string("code")).isEqualTo("origin-not-allowed");
    }

    @Test
    void answersWhatIsNoHandshakeWithAProblem() {
        RestAnswer get = server.client().rest().get("/ws");
        RestAnswer post = server.client().rest().post("/ws", JsonObject.of());

        assertThat(get.expect(400).json().string("code")).isEqualTo("malformed-request");
        assertThat(get.header("Content-Type")).startsWith("application/problem+json");
        assertThat(get.header("X-Request-Id")).isEqualTo(get.json().string("requestId"));
        assertThat(post.expect(405).json().string("code")).isEqualTo("method-not-allowed");
        assertThat(post.header("Allow")).isEqualTo("GET");
    }

    /** The JDK's clients write these headers themselves, so they are written by hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Upgrade     | keep-alive, Upgrade | 13 | dGhlIHNhbXBsZSBub25jZQ== | 101
                    Upgrade     | upgrade             | 13 | dGhlIHNhbXBsZSBub25jZQ== | 101
                    Upgrade     | no-upgrade          | 13 | dGhlIHNhbXBsZSBub25jZQ== | 400
                    Upgrade     | keep-alive          | 13 | dGhlIHNhbXBsZSBub25jZQ== | 400
                    Upgrade     | Upgrade             | 8  | dGhlIHNhbXBsZSBub25jZQ== | 400
                    X-Something | Upgrade             | 13 | dGhlIHNhbXBsZSBub25jZQ== | 400
                    Upgrade     | Upgrade             | 13 |                          | 400
                    """)
    void takesOnlyWhatIsAHandshake(
            String upgrade, String connection, String version, @Nullable String key, String status) throws IOException {
        URI base = server.client().base();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = "GET /ws HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n" + upgrade
                    + ": websocket\r\nConnection: " + connection + "\r\nSec-WebSocket-Version: " + version + "\r\n"
                    + (key == null ? "" : "Sec-WebSocket-Key: " + key + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 101".length());

            assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 " + status);
        }
    }
}
