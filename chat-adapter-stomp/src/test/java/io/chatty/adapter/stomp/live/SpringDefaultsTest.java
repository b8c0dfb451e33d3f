package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Command;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.HandshakeRefusedException;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import io.chatty.domain.presence.PresenceState;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a stock set-up of STOMP in Spring does, and what this transport must do instead: one test or more for each line of
 * the list that {@code docs/stomp.md} keeps.
 */
class SpringDefaultsTest {

    private static final String SEND = "/app/messages.send";

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();
    private final Person bob = server.newPerson();

    @AfterEach
    void release() {
        server.sending().release();
        server.sending().straighten();
    }

    @Test
    void line1AnswersReceiptsOfSendSubscribeAndUnsubscribe() {
        try (ChattySession session = server.session(anna)) {
            session.submit("/app/presence", JsonObject.of("state", "active")).accepted();
            session.submit(StompFrame.of("SUBSCRIBE", "id", "x", "destination", "/user/queue/events"))
                    .accepted();
            session.submit(StompFrame.of("UNSUBSCRIBE", "id", "x")).accepted();
        }
    }

    @Test
    void line1AnswersTheReceiptOfAMessageAfterItIsStored() {
        String conversation = server.conversationOf(anna, bob);
        try (ChattySession session = server.session(anna)) {
            server.sending().hold();
            Command command = session.submitMessage(conversation, "m1", "slow");
            session.appear("active");
            assertThat(command.receipt()).isNotDone();

            server.sending().release();
            command.accepted();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.3", "2.0", "", "1.20", "foo"})
    void line2AnswersVersionsItDoesNotSpeakWithError(String versions) {
        try (StompConnection connection = server.open()) {
            connection.send(StompFrame.connect(anna.token()).with("accept-version", versions));

            assertThat(connection.awaitError("unsupported-version", 4400).header("version"))
                    .isEqualTo("1.2,1.1");
        }
    }

    @Test
    void line2TakesAClientThatNamesNoVersionForOneOfStompOneZero() {
        try (StompConnection connection = server.open()) {
            connection.send(StompFrame.connect(anna.token()).without("accept-version"));

            connection.awaitError("unsupported-version", 4400);
        }
    }

    @Test
    void line3KeepsTheOrderOfFramesAndOfEvents() {
        String conversation = server.conversationOf(anna, bob);
        try (ChattySession sender = server.session(anna);
                ChattySession peer = server.session(bob)) {
            StringBuilder frames = new StringBuilder();
            for (int i = 0; i < 150; i++) {
                frames.append(StompFrame.send(
                                SEND,
                                JsonObject.of(
                                        "conversationId", conversation, "clientMessageId", "m" + i, "text", "n" + i))
                        .encode());
            }
            for (int from = 0; from < frames.length(); from += 5_000) {
                sender.connection().sendText(frames.substring(from, Math.min(frames.length(), from + 5_000)));
            }

            List<String> inOrder =
                    IntStream.range(0, 150).mapToObj(i -> "n" + i).toList();
            for (ChattySession session : List.of(sender, peer)) {
                assertThat(session.events().awaitMany("events", 150, ChattySession.event("message.created")))
                        .extracting(event -> event.string("message.text"))
                        .containsExactlyElementsOf(inOrder);
            }
            assertThat(sender.replies().awaitMany("acks", 150, reply -> true))
                    .extracting(reply -> reply.string("message.text"))
                    .containsExactlyElementsOf(inOrder);
        }
    }

    /** Separated by bars; the empty one and those with blanks are meant. */
    private static final String FOREIGN_DESTINATIONS =
            "| |/|/app|/app/|/app/messages.send/|/app/messages.SEND|/app/messages"
                    + "|/app/**|/app/*|/app/unknown|/app/../user/queue/events|/topic/all|/topic/**|/topic/>|/queue/events|/queue/**"
                    + "|/queue/events-user123|/user|/user/|/user/queue/*|/user/queue/**|/user/queue/event?|/user/queue/events/"
                    + "|/user/queue/events*|/user/queue/{any}|/user/**|/user/u_someone/queue/events|/user/u_someone/queue/replies"
                    + "|//user/queue/events|/user//queue/events|/USER/queue/events|/user/queue/events#|/user/queue/events?x=1"
                    + "|/user/queue/%65vents| /user/queue/events|/user/queue/events |user/queue/events|/exchange/amq.direct/x"
                    + "|/temp-queue/x|/reply-queue/x|*|**|>|T(java.lang.Runtime).getRuntime()|${env}";

    static Stream<String> foreignDestinations() {
        return Stream.of(FOREIGN_DESTINATIONS.split("\\|"));
    }

    @ParameterizedTest
    @MethodSource("foreignDestinations")
    void line4RefusesToSubscribeToAnythingElse(String destination) {
        try (StompConnection connection = server.connect(anna)) {
            connection.send(StompFrame.subscribe("s", destination, "r"));

            assertThat(connection.awaitError("destination-not-allowed", 4400).header("receipt-id"))
                    .isEqualTo("r");
        }
    }

    @ParameterizedTest
    @MethodSource("foreignDestinations")
    void line4RefusesToSendToAnythingElse(String destination) {
        try (StompConnection connection = server.connect(anna)) {
            connection.send(
                    StompFrame.send(destination, JsonObject.of("text", "x")).with("receipt", "r"));

            assertThat(connection.awaitError("destination-not-allowed", 4400).header("receipt-id"))
                    .isEqualTo("r");
        }
    }

    @Test
    void line4RefusesEachDestinationForTheOtherUse() {
        for (String path : List.of("/user/queue/events", "/user/queue/replies")) {
            try (StompConnection connection = server.connect(anna)) {
                connection.send(StompFrame.send(path, JsonObject.of()));
                connection.awaitError("destination-not-allowed", 4400);
            }
        }
        for (String path : List.of(SEND, "/app/receipts", "/app/typing", "/app/presence", "/app/presence.watch")) {
            try (StompConnection connection = server.connect(anna)) {
                connection.send(StompFrame.subscribe("s", path, "r"));
                connection.awaitError("destination-not-allowed", 4400);
            }
        }
    }

    @Test
    void line5ShowsNothingInternal() {
        server.sending().twist(sent -> {
            throw new IllegalStateException("secret: class of io.chatty");
        });
        try (ChattySession session = server.session(anna)) {
            JsonObject nack = session.submit(
                            SEND, JsonObject.of("toUserId", bob.id(), "clientMessageId", "m1", "text", "x"))
                    .awaitReply();

            assertThat(nack.string("problem.code")).isEqualTo("internal-error");
            assertThat(nack.toString()).doesNotContain("secret", "io.chatty", "Exception", "java");
            session.appear("active");
        }
        try (StompConnection connection = server.connect(anna)) {
            connection.sendText("FOO\n\n\0");

            StompFrame error = connection.awaitError("malformed-frame", 4400);
            assertThat(error.toString()).doesNotContain("FOO", "Exception", "java", "springframework");
        }
    }

    @Test
    void line6ForgetsWhatWaitsForAClientThatDoesNotRead() {
        try (RawWebSocket deaf = server.client().openRaw(Handshake.STOMP);
                ChattySession hearing = server.session(bob)) {
            deaf.sendText(StompFrame.connect(anna.token()).encode());
            deaf.sendText(StompFrame.subscribe("e", "/user/queue/events", "r").encode());
            deaf.readText();
            deaf.readText();

            // More than its queue and the buffers of the two machines hold.
            String text = "\u20ac".repeat(4_000);
            for (int i = 1; i <= 700; i++) {
                server.say(bob, anna, text);
                if (i % 20 == 0) {
                    hearing.awaitEvent("message.created", "message.seq", i);
                }
            }

            assertThat(deaf.awaitClosing(Duration.ofSeconds(10)).code()).isIn(4500, 1006);
            await().until(() -> {
                server.clock().advance(DisconnectUseCase.LINGER);
                return server.stateOf(anna) == PresenceState.OFFLINE;
            });
        }
    }

    @Test
    void line6DoesNotTakeALineEndForAFirstMessage() {
        try (StompConnection connection = server.open()) {
            connection.beat();

            assertThat(connection.awaitClosing(Duration.ofSeconds(10)).code()).isEqualTo(4408);
        }
    }

    @Test
    void line7BeatsAsOftenAsTheClientAsksAndNeverWhereItDoesNot() {
        try (StompConnection asking = server.open();
                StompConnection silent = server.open()) {
            asking.connect(StompFrame.connect(anna.token()).with("heart-beat", "0,100"));
            silent.connect(StompFrame.connect(anna.token()));

            await().until(() -> asking.beatsSeen() >= 3);

            assertThat(silent.beatsSeen()).isZero();
            assertThat(silent.pingsSeen()).isPositive();
        }
    }

    @Test
    void line8RefusesSelectors() {
        try (StompConnection connection = server.connect(anna)) {
            connection.send(StompFrame.subscribe("s", "/user/queue/events", "r")
                    .with("selector", "T(java.lang.Runtime).getRuntime().exec('x')"));

            connection.awaitError("malformed-frame", 4400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEND", "SUBSCRIBE", "UNSUBSCRIBE", "DISCONNECT", "ACK", "BEGIN"})
    void line8RefusesFramesBeforeConnect(String command) {
        try (StompConnection connection = server.open()) {
            connection.send(StompFrame.of(command, "id", "1", "destination", "/user/queue/events", "receipt", "r"));

            assertThat(connection.awaitError("malformed-frame", 4400).header("receipt-id"))
                    .isEqualTo("r");
        }
    }

    @Test
    void line8RefusesFramesAfterARefusedConnect() {
        try (StompConnection connection = server.open()) {
            connection.sendText(StompFrame.connect("made up").encode()
                    + StompFrame.subscribe("e", "/user/queue/events", "r").encode());

            connection.awaitError("authentication-required", 4401);
            assertThat(connection.frames().seen()).hasSize(1);
        }
    }

    @Test
    void line9LetsProgramsInButNoForeignPage() {
        server.open().close();

        assertThatThrownBy(
                        () -> server.client().openStomp(Handshake.STOMP.withHeader("Origin", "https://evil.example")))
                .isInstanceOf(HandshakeRefusedException.class);
    }

    @Test
    void line11NegotiatesNoCompression() {
        for (String offer : List.of("permessage-deflate", "permessage-deflate; client_max_window_bits", "fragment")) {
            try (RawWebSocket socket =
                    server.client().openRaw(Handshake.STOMP.withHeader("Sec-WebSocket-Extensions", offer))) {
                assertThat(socket.header("Sec-WebSocket-Extensions")).as(offer).isNull();
            }
        }
    }
}
