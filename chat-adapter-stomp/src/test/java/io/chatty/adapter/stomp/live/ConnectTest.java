package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import io.chatty.domain.auth.Session;
import io.chatty.domain.presence.PresenceState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectTest {

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();

    @Test
    void saysWhoIsConnectedToWhat() {
        try (StompConnection connection = server.open()) {
            StompFrame connected = connection.connect(StompFrame.connect(anna.token()));

            assertThat(connected.headers())
                    .containsEntry("version", "1.2")
                    .containsEntry("heart-beat", "300,2000")
                    .containsEntry("user-name", anna.id())
                    .containsEntry("epoch", "epoch-of-a-fake")
                    .containsEntry("server", "chatty/1.2.3");
            await().until(() -> server.stateOf(anna) == PresenceState.ONLINE);
        }
    }

    @Test
    void takesStompForConnectAndVersionOneOne() {
        try (StompConnection connection = server.open()) {
            StompFrame frame = StompFrame.of(
                    "STOMP", "accept-version", "1.0,1.1", "host", "x", "Authorization", "Bearer " + anna.token());

            assertThat(connection.connect(frame).header("version")).isEqualTo("1.1");
        }
    }

    @Test
    void refusesAnUnknownToken() {
        try (StompConnection connection = server.open()) {
            connection.send(StompFrame.connect("made up").with("receipt", "r:1"));

            StompFrame error = connection.awaitError("authentication-required", 4401);
            assertThat(error.header("content-type")).isEqualTo("application/problem+json");
            assertThat(error.header("receipt-id")).isEqualTo("r:1");
            assertThat(error.json().number("status")).isEqualTo(401);
        }
    }

    @Test
    void refusesWhoBringsNoToken() {
        try (StompConnection connection = server.open()) {
            connection.send(StompFrame.of("CONNECT", "accept-version", "1.2"));

            connection.awaitError("authentication-required", 4401);
        }
    }

    @Test
    void takesTheCookieOfTheHandshakeFromAPage() {
        Handshake page = Handshake.STOMP
                .withHeader("Origin", server.client().base().toString())
                .withHeader("Cookie", "other=1; chatty=" + encoded(anna));
        try (StompConnection connection = server.client().openStomp(page)) {
            StompFrame connected = connection.connect(StompFrame.of("CONNECT", "accept-version", "1.2"));

            assertThat(connected.header("user-name")).isEqualTo(anna.id());
        }
    }

    @Test
    void ignoresTheCookieOfAProgram() {
        Handshake program = Handshake.STOMP.withHeader("Cookie", "chatty=" + encoded(anna));
        try (StompConnection connection = server.client().openStomp(program)) {
            connection.send(StompFrame.of("CONNECT", "accept-version", "1.2"));

            connection.awaitError("authentication-required", 4401);
        }
    }

    @Test
    void believesNoneOfTwoCookies() {
        Handshake page = Handshake.STOMP
                .withHeader("Origin", server.client().base().toString())
                .withHeader("Cookie", "chatty=" + encoded(anna) + "; chatty=" + encoded(anna));
        try (StompConnection connection = server.client().openStomp(page)) {
            connection.send(StompFrame.of("CONNECT", "accept-version", "1.2"));

            connection.awaitError("authentication-required", 4401);
        }
    }

    @Test
    void letsTheHeaderAloneDecideWhereThereIsOne() {
        Handshake page = Handshake.STOMP
                .withHeader("Origin", server.client().base().toString())
                .withHeader("Cookie", "chatty=" + encoded(anna));
        try (StompConnection connection = server.client().openStomp(page)) {
            connection.send(StompFrame.of("CONNECT", "accept-version", "1.2", "Authorization", "Basic abc"));

            connection.awaitError("authentication-required", 4401);
        }
    }

    /** A cookie value has no blanks. */
    private String encoded(Person person) {
        return '"' + person.token() + '"';
    }

    @Test
    void refusesASecondConnect() {
        try (StompConnection connection = server.connect(anna)) {
            connection.send(StompFrame.connect(anna.token()));

            connection.awaitError("malformed-frame", 4400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a,b", "-1,0", "1,2,3", "99999999999,0"})
    void refusesAHeartBeatThatIsNone(String header) {
        try (StompConnection connection = server.open()) {
            connection.send(StompFrame.connect(anna.token()).with("heart-beat", header));

            connection.awaitError("malformed-frame", 4400);
        }
    }

    @Test
    void closesWhoDoesNotConnect() {
        try (StompConnection connection = server.open()) {
            assertThat(connection.awaitClosing(Duration.ofSeconds(10)).code()).isEqualTo(4408);
        }
    }

    @Test
    void doesNotLetInWhoLogsOutMeanwhile() {
        server.gate().afterNext(() -> server.logOut(anna));
        try (StompConnection connection = server.open()) {
            connection.send(StompFrame.connect(anna.token()));

            connection.awaitError("session-revoked", 4401);
            assertThat(connection.frames().seen())
                    .extracting(StompFrame::command)
                    .containsExactly("ERROR");
        }
    }

    @Test
    void closesTheSocketsOfALoggedOutSessionAndTellsTheOthers() {
        Person elsewhere = server.signInAgain(anna);
        try (ChattySession here = server.session(anna);
                ChattySession there = server.session(elsewhere)) {
            server.logOut(anna);

            here.connection().awaitError("session-revoked", 4401);
            assertThat(there.awaitEvent("session.revoked").string("sessionId"))
                    .isEqualTo(anna.session().id().value());
        }
    }

    @Test
    void endsASessionWhenItsTimeIsOver() {
        Person bob = server.newPerson();
        try (ChattySession session = server.session(bob)) {
            server.clock().advance(Session.IDLE_LIFETIME.plusSeconds(1));

            session.connection().awaitError("session-expired", 4401);
        }
    }

    @Test
    void endsASessionThatAnotherProcessRevoked() {
        Person bob = server.newPerson();
        Person alsoBob = server.signInAgain(bob);
        try (ChattySession session = server.session(bob);
                ChattySession other = server.session(alsoBob)) {
            server.revokeElsewhere(bob);

            session.connection().awaitError("session-revoked", 4401);
            other.appear("active");
        }
    }

    @Test
    void notesTheUseOfALiveConnectionOnceAnHour() {
        try (ChattySession session = server.session(server.newPerson())) {
            int before = server.gate().timesAsked();

            server.clock().advance(Session.TOUCH_INTERVAL);

            await().until(() -> server.gate().timesAsked() > before);
            session.appear("active");
        }
    }
}
