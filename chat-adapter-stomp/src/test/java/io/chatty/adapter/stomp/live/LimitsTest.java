package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.HandshakeRefusedException;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String SEND = "/app/messages.send";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();
    private final Person bob = server.newPerson();

    @Test
    void refusesAFrameThatIsTooLarge() {
        try (StompConnection connection = server.connect(anna)) {
            connection.send(
                    StompFrame.of("SEND", "destination", SEND, "receipt", "r1").withBody("x".repeat(64 * 1024)));

            assertThat(connection.awaitError("frame-too-large", 4413).header("receipt-id"))
                    .isEqualTo("r1");
        }
    }

    @Test
    void takesAFrameThatIsJustSmallEnough() {
        try (ChattySession session = server.session(anna)) {
            StompFrame frame = StompFrame.of("SEND", "destination", SEND, "receipt", "r-1");
            int rest = 64 * 1024 - frame.withBody("x".repeat(60_000)).encode().length() + 60_000;

            session.connection().send(frame.withBody("x".repeat(rest)));

            assertThat(session.replies().await("nack", reply -> true).string("problem.code"))
                    .isEqualTo("malformed-request");
        }
    }

    @Test
    void refusesAFrameThatGrowsTooLargePieceByPiece() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendText("SEND\ndestination:" + SEND + "\n\n");
            IntStream.range(0, 7).forEach(i -> connection.sendText("x".repeat(10_000)));

            connection.awaitError("frame-too-large", 4413);
        }
    }

    @Test
    void leavesMessagesBeyondAllMeasureToTheContainer() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendText("SEND\ndestination:" + SEND + "\n\n" + "x".repeat(129 * 1024) + "\0");

            assertThat(connection.awaitClosing().code()).isEqualTo(1009);
        }
    }

    @Test
    void tellsWhoIsTooFastToSlowDownAndThenLetsThemGo() {
        try (ChattySession session = server.session(anna)) {
            String frame = StompFrame.send("/app/presence", JsonObject.of("state", "active"))
                    .with("receipt", "r")
                    .encode();
            session.connection().sendText(frame.repeat(300));

            List<JsonObject> nacks = session.replies().awaitMany("nacks", 20, reply -> true);
            assertThat(nacks).allMatch(nack -> nack.has("problem.code", "rate-limited"));
            assertThat(nacks).allMatch(nack -> nack.number("retryAfterMs") > 0);
            session.connection().awaitError("rate-limited", 4429);
            assertThat(session.replies().seen()).hasSize(20);
        }
    }

    @Test
    void letsWhoIsTooFastGoWhateverTheFrames() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendText(StompFrame.of("UNSUBSCRIBE", "id", "1").encode().repeat(300));

            connection.awaitError("rate-limited", 4429);
        }
    }

    @Test
    void letsWhoIsTooFastGoAlsoIfOnlyBeatsCome() {
        try (RawWebSocket socket = server.client().openRaw(Handshake.STOMP)) {
            IntStream.range(0, 400).forEach(i -> socket.sendText("\n"));

            assertThat(socket.awaitClosing(SOON).code()).isEqualTo(4429);
        }
    }

    @Test
    void refusesOneSocketTooManyOfAPerson() {
        List<StompConnection> open = new ArrayList<>();
        IntStream.range(0, TestServer.SOCKETS_PER_USER).forEach(i -> open.add(server.connect(anna)));
        try (StompConnection oneMore = server.open()) {
            oneMore.send(StompFrame.connect(anna.token()));

            oneMore.awaitError("too-many-sessions", 4429);
        }

        open.remove(0).close();
        await().untilAsserted(() -> open.add(server.connect(anna)));
        open.forEach(StompConnection::close);
    }

    @Test
    void refusesOneUnauthenticatedSocketTooManyOfANetwork() {
        List<RawWebSocket> open = new ArrayList<>();
        // The last one may still be on its way to being counted: one too many is then let in, and closed at once.
        HandshakeRefusedException refused = await().until(
                        () -> catchThrowableOfType(HandshakeRefusedException.class, () -> {
                            for (int i = 0; i <= TestServer.UNAUTHENTICATED_SOCKETS; i++) {
                                open.add(server.client().openRaw(Handshake.STOMP));
                            }
                        }),
                        Objects::nonNull);
        open.forEach(RawWebSocket::close);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(JsonObject.parse(refused.body()).string("code")).isEqualTo("rate-limited");
        await().untilAsserted(() -> server.connect(anna).close());
    }

    @Test
    void stopsWatchingThatChangesTooOften() {
        try (ChattySession session = server.session(anna)) {
            IntStream.range(0, 6).forEach(i -> session.watch(bob.id()));

            JsonObject reply = session.submit("/app/presence.watch", JsonObject.of("userIds", List.of()))
                    .awaitReply();

            assertThat(reply.string("problem.code")).isEqualTo("rate-limited");
            assertThat(reply.number("retryAfterMs")).isBetween(1L, 10_001L);
        }
    }
}
