package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import io.chatty.conformance.protocol.WebSocketFrame;
import io.chatty.domain.presence.PresenceState;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndOfSessionTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();

    private RawWebSocket raw(String heartBeat) {
        RawWebSocket socket = server.client().openRaw(Handshake.STOMP);
        socket.sendText(
                StompFrame.connect(anna.token()).with("heart-beat", heartBeat).encode());
        assertThat(socket.readText()).startsWith("CONNECTED");
        await().until(() -> server.stateOf(anna) == PresenceState.ONLINE);
        return socket;
    }

    private void assertOfflineAtOnce() {
        await().until(() -> server.stateOf(anna) == PresenceState.OFFLINE);
    }

    private void assertLingers() {
        // Another connection comes and goes after it: by then the server has seen the end of the first.
        Person bob = server.newPerson();
        server.session(bob).leave();
        await().until(() -> server.stateOf(bob) == PresenceState.OFFLINE);
        assertThat(server.stateOf(anna)).isEqualTo(PresenceState.ONLINE);
        server.clock().advance(DisconnectUseCase.LINGER);
        await().until(() -> server.stateOf(anna) == PresenceState.OFFLINE);
    }

    @Test
    void closesAndThenCutsOffABlackHoleAndCountsItAsGone() {
        try (RawWebSocket socket = raw("0,0")) {
            assertThat(socket.awaitClosing(SOON).code()).isEqualTo(4408);
            assertOfflineAtOnce();
            // It does not answer the close frame, so the connection is cut.
            assertThat(socket.awaitClosing(SOON).code()).isEqualTo(1006);
        }
    }

    @Test
    void keepsAConnectionThatOnlyAnswersPings() {
        try (RawWebSocket socket = raw("0,0")) {
            long until = System.nanoTime()
                    + TestServer.SILENCE_LIMIT.multipliedBy(5).dividedBy(4).toNanos();
            int pings = 0;
            while (System.nanoTime() < until) {
                WebSocketFrame frame = socket.read(SOON);
                assertThat(frame.opcode()).isEqualTo(WebSocketFrame.PING);
                socket.send(new WebSocketFrame(true, WebSocketFrame.PONG, frame.payload()));
                pings++;
            }
            assertThat(pings).isGreaterThan(5);
            assertThat(server.stateOf(anna)).isEqualTo(PresenceState.ONLINE);
        }
    }

    @Test
    void answersPingsOfTheClient() {
        try (RawWebSocket socket = raw("0,0")) {
            socket.send(new WebSocketFrame(true, WebSocketFrame.PING, new byte[] {7}));
            WebSocketFrame answer = socket.read(SOON);
            while (answer.opcode() != WebSocketFrame.PONG) {
                answer = socket.read(SOON);
            }
            assertThat(answer.payload()).containsExactly(7);
            socket.sendText(
                    StompFrame.of("UNSUBSCRIBE", "id", "1", "receipt", "r").encode());
            assertThat(socket.readText()).startsWith("RECEIPT");
        }
    }

    @Test
    void endsAFrameThatIsNeverFinished() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendText("SEND\ndestination:/app/typing\n");

            connection.awaitError("malformed-frame", 4400);
        }
    }

    @Test
    void countsDisconnectAsGoodbye() {
        ChattySession session = server.session(anna);
        session.leave();

        assertOfflineAtOnce();
    }

    @Test
    void countsCloseCode1000AsGoodbye() {
        server.session(anna).close();

        assertOfflineAtOnce();
    }

    @Test
    void countsASignOutAsGoodbye() {
        try (ChattySession session = server.session(anna)) {
            server.logOut(anna);

            session.connection().awaitError("session-revoked", 4401);
            assertOfflineAtOnce();
        }
    }

    @Test
    void letsALostConnectionLinger() {
        raw("0,0").abort();

        assertLingers();
    }

    @Test
    void letsACloseWithAnotherCodeLinger() {
        try (RawWebSocket socket = raw("0,0")) {
            socket.send(WebSocketFrame.close(1001, "reload"));
            socket.awaitClosing(SOON);

            assertLingers();
        }
    }

    @Test
    void leavesNoGhostAfterManyAborts() {
        List<Person> people =
                IntStream.range(0, 40).mapToObj(i -> server.newPerson()).toList();
        List<StompConnection> connections = people.stream().map(server::connect).toList();
        await().until(() -> people.stream().allMatch(person -> server.stateOf(person) == PresenceState.ONLINE));

        connections.forEach(StompConnection::abort);

        await().untilAsserted(() -> {
            server.clock().advance(DisconnectUseCase.LINGER);
            assertThat(people).allMatch(person -> server.stateOf(person) == PresenceState.OFFLINE);
        });
    }

    @Test
    void sendsNothingAfterTheError() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendText("NONSENSE\n\n\0"
                    + StompFrame.subscribe("e", "/user/queue/events", "r").encode());

            connection.awaitError("malformed-frame", 4400);
            assertThat(connection.frames().seen())
                    .extracting(StompFrame::command)
                    .endsWith("ERROR");
        }
    }
}
