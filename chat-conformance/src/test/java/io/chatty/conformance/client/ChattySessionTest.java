package io.chatty.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.conformance.protocol.FakeWebSocketServer;
import io.chatty.conformance.protocol.FakeWebSocketServer.Peer;
import io.chatty.conformance.protocol.Handshake;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.StompFrame;
import io.chatty.conformance.protocol.StompFrameDecoder;
import io.chatty.conformance.protocol.WebSocketFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChattySessionTest {

    private final FakeWebSocketServer server = new FakeWebSocketServer(ChattySessionTest::answer);
    private ChattySession session;

    /** What the texts of the messages below make the server do. */
    private static void answer(Peer peer, WebSocketFrame webSocketFrame) {
        for (StompFrame frame : new StompFrameDecoder().feed(webSocketFrame.payload())) {
            String receipt = String.valueOf(frame.header("receipt"));
            switch (frame.command()) {
                case "CONNECT" -> tell(peer, StompFrame.of("CONNECTED", "user-name", "u_1"));
                case "SEND" -> answerSend(peer, frame.json(), receipt);
                default -> tell(peer, StompFrame.of("RECEIPT", "receipt-id", receipt));
            }
        }
    }

    private static void answerSend(Peer peer, JsonObject body, String receipt) {
        String re = body.string("clientMessageId");
        switch (body.string("text")) {
            case "hello" -> {
                tell(peer, StompFrame.of("RECEIPT", "receipt-id", receipt));
                push(
                        peer,
                        "events",
                        JsonObject.of("type", "message.created", "conversationId", "c_1", "message", body));
                push(peer, "replies", JsonObject.of("type", "ack", "re", re, "status", 201, "message", body));
            }
            case "refused" -> push(peer, "replies", nack(re, "validation-failed"));
            case "busy" -> {
                boolean first = receipt.equals("r-3");
                if (!first) {
                    tell(peer, StompFrame.of("RECEIPT", "receipt-id", receipt));
                }
                JsonObject ack = JsonObject.of("type", "ack", "re", re, "status", 201, "message", body);
                push(peer, "replies", first ? nack(re, "rate-limited").with("retryAfterMs", 1) : ack);
            }
            default -> tell(peer, StompFrame.of("ERROR", "message", "internal-error"));
        }
    }

    private static JsonObject nack(String re, String code) {
        return JsonObject.of("type", "nack", "re", re, "problem", JsonObject.of("code", code));
    }

    private static void push(Peer peer, String subscription, JsonObject body) {
        tell(peer, StompFrame.of("MESSAGE", "subscription", subscription).withBody(body.toString()));
    }

    private static void tell(Peer peer, StompFrame frame) {
        peer.sendText(frame.encode());
    }

    @BeforeEach
    void open() {
        ChattyServer chatty = ChattyServer.at(server.url("http").toString());
        session = ChattySession.open(chatty, Handshake.STOMP, StompFrame.connect("token"));
    }

    @AfterEach
    void close() {
        session.connection().abort();
        server.close();
    }

    @Test
    void givesTheStoredMessageAndKeepsTheEvent() {
        JsonObject message = session.send("c_1", "hello");

        assertThat(message.string("text")).isEqualTo("hello");
        assertThat(session.awaitEvent("message.created", "message.text", "hello")
                        .has("conversationId", "c_1"))
                .isTrue();
        assertThat(session.messagesSeen("c_1")).containsExactly(message);
        assertThat(session.messagesSeen("c_2")).isEmpty();
    }

    @Test
    void tellsANackFromAnAck() {
        Command command = session.submitMessage("c_1", "id-1", "refused");

        assertThat(command.nack().string("code")).isEqualTo("validation-failed");
        assertThatThrownBy(command::accepted).hasMessageContaining("validation-failed");
        assertThatThrownBy(command::ack).hasMessageContaining("no ack, but");
        assertThatThrownBy(() -> session.send("c_1", "refused")).hasMessageContaining("not sent");
    }

    @Test
    void repeatsTheSameMessageWhenTheServerIsBusy() {
        JsonObject message = session.send("c_1", "busy");

        assertThat(session.replies().seen())
                .hasSize(2)
                .allMatch(reply -> reply.has("re", message.string("clientMessageId")));
    }

    @Test
    void answersRepeatsOfOneClientIdOneByOne() {
        Command one = session.submitMessage("c_1", "same", "hello");
        Command other = session.submitMessage("c_1", "same", "hello");

        assertThat(one.ack()).isEqualTo(other.ack());
    }

    @Test
    void failsWhatIsOpenWhenTheSessionEnds() {
        Command command = session.submitMessage("c_1", "id-1", "break");

        assertThatThrownBy(command::awaitReply).hasMessageContaining("ERROR").hasMessageContaining("internal-error");
        assertThatThrownBy(() -> session.submitMessage("c_1", "id-2", "hello").ack())
                .hasMessageContaining("internal-error");
    }
}
