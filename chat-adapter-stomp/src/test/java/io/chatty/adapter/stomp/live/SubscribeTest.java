package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribeTest {

    private static final String EVENTS = "/user/queue/events";

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();
    private final Person bob = server.newPerson();

    @Test
    void tellsEachSubscriptionOfASession() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendForReceipt(StompFrame.subscribe("one", EVENTS, "r1"));
            connection.sendForReceipt(StompFrame.subscribe("t:wo", EVENTS, "r2"));

            server.conversationOf(bob, anna);

            StompFrame one = connection.frames().await("event", frame -> frame.is("MESSAGE", "subscription", "one"));
            StompFrame two = connection.frames().await("event", frame -> frame.is("MESSAGE", "subscription", "t:wo"));
            assertThat(one.body()).isEqualTo(two.body()).contains("message.created");
            assertThat(one.header("destination")).isEqualTo(EVENTS);
            assertThat(one.header("content-type")).isEqualTo("application/json");
            assertThat(one.header("message-id")).isNotEqualTo(two.header("message-id"));
        }
    }

    @Test
    void tellsNothingAfterUnsubscribe() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendForReceipt(StompFrame.subscribe("e", EVENTS, "r1"));
            connection.sendForReceipt(StompFrame.of("UNSUBSCRIBE", "id", "e", "receipt", "r2"));

            server.conversationOf(bob, anna);

            connection.sendForReceipt(StompFrame.of("UNSUBSCRIBE", "id", "never there", "receipt", "r3"));
            assertThat(connection.frames().seen(frame -> frame.command().equals("MESSAGE")))
                    .isEmpty();
        }
    }

    @Test
    void tellsEverySessionOfBothPeople() {
        try (ChattySession one = server.session(anna);
                ChattySession two = server.session(anna);
                ChattySession peer = server.session(bob)) {
            String conversation = server.conversationOf(anna, bob);

            for (ChattySession session : new ChattySession[] {one, two, peer}) {
                assertThat(session.awaitEvent("message.created", "conversationId", conversation)
                                .string("message.text"))
                        .isEqualTo("hello");
            }
            assertThat(one.awaitEvent("message.created").has("message.clientMessageId"))
                    .isTrue();
            assertThat(peer.awaitEvent("message.created").has("message.clientMessageId"))
                    .isFalse();
        }
    }

    @Test
    void endsASessionThatSubscribesTooOften() {
        try (StompConnection connection = server.connect(anna)) {
            IntStream.rangeClosed(1, 8)
                    .forEach(i -> connection.sendForReceipt(StompFrame.subscribe("s" + i, EVENTS, "r" + i)));

            connection.send(StompFrame.subscribe("s9", EVENTS, "r9"));

            assertThat(connection.awaitError("rate-limited", 4429).header("receipt-id"))
                    .isEqualTo("r9");
        }
    }

    @Test
    void refusesTheSameIdTwice() {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendForReceipt(StompFrame.subscribe("e", EVENTS, "r1"));

            connection.send(StompFrame.subscribe("e", EVENTS, "r2"));

            assertThat(connection.awaitError("malformed-frame", 4400).header("receipt-id"))
                    .isEqualTo("r2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBSCRIBE\ndestination:/user/queue/events\nreceipt:r\n\n\0",
                "SUBSCRIBE\nid:1\nreceipt:r\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/user/queue/events\nack:client\nreceipt:r\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/user/queue/events\nack:client-individual\nreceipt:r\n\n\0",
                "SUBSCRIBE\nid:1\ndestination:/user/queue/events\nreceipt:r\n\nbody\0",
                "UNSUBSCRIBE\nreceipt:r\n\n\0",
                "SEND\nreceipt:r\n\n{}\0",
                "SEND\ndestination:/app/typing\ntransaction:t\nreceipt:r\n\n{}\0",
                "ACK\nid:1\nreceipt:r\n\n\0",
                "NACK\nid:1\nreceipt:r\n\n\0",
                "BEGIN\ntransaction:t\nreceipt:r\n\n\0",
                "COMMIT\ntransaction:t\nreceipt:r\n\n\0",
                "ABORT\ntransaction:t\nreceipt:r\n\n\0",
                "MESSAGE\nreceipt:r\n\n\0",
                "FOO\nreceipt:r\n\n\0",
                "send\nreceipt:r\n\n\0",
                "SEND\nreceipt:r\nno colon\n\n\0",
                "SEND\nreceipt:r\ndestination:\\t\n\n\0",
            })
    void refusesAFrameThatIsNotOfferedHere(String frame) {
        try (StompConnection connection = server.connect(anna)) {
            connection.sendText(frame);

            assertThat(connection.awaitError("malformed-frame", 4400).header("receipt-id"))
                    .isEqualTo("r");
        }
    }
}
