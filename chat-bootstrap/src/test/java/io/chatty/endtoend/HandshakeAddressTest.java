package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.HandshakeRefusedException;
import io.chatty.conformance.protocol.RawWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sockets are counted by the address that a proxy says, like requests. */
@UsualLimitsTest
class HandshakeAddressTest {

    private static final int MOST = 200;

    @LocalServerPort
    private int port;

    private final List<RawWebSocket> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(RawWebSocket::close);
    }

    @Test
    void refusesOneSocketTooManyOfTheAddressAndNoneOfAnother() {
        ChattyServer server = ChattyServer.at("http://localhost:" + port);
        ChattyServer crowded = server.from(Addresses.fresh());

        // The last ones may still be on their way to being counted: one too many is then let in, and closed at once.
        HandshakeRefusedException refused = await().until(() -> refusal(crowded, MOST + 1), Objects::nonNull);

        assertThat(refused.status()).isEqualTo(429);
        open.add(server.from(Addresses.fresh()).openRaw(Handshake.STOMP));
    }

    private HandshakeRefusedException refusal(ChattyServer crowded, int sockets) {
        return Assertions.catchThrowableOfType(HandshakeRefusedException.class, () -> {
            for (int i = 0; i < sockets; i++) {
                open.add(crowded.openRaw(Handshake.STOMP));
            }
        });
    }
}
