package io.chatty.adapter.stomp.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Command;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.StompConnection;
import io.chatty.conformance.protocol.StompFrame;
import io.chatty.domain.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendTest {

    private static final String SEND = "/app/messages.send";

    private final TestServer server = TestServer.shared();
    private final Person anna = server.newPerson();
    private final Person bob = server.newPerson();
    private final String conversation = server.conversationOf(anna, bob);
    private ChattySession session;

    @BeforeEach
    void connect() {
        session = server.session(anna);
    }

    @AfterEach
    void disconnect() {
        server.sending().release();
        server.sending().straighten();
        session.close();
    }

    private static JsonObject message(String to, String clientMessageId, String text) {
        return JsonObject.of("conversationId", to, "clientMessageId", clientMessageId, "text", text);
    }

    @Test
    void acknowledgesAStoredMessage() {
        JsonObject ack =
                session.submit(SEND, message(conversation, "m1", "Grüße 👍")).ack();

        assertThat(ack.string("re")).isEqualTo("m1");
        assertThat(ack.number("status")).isEqualTo(201);
        assertThat(ack.has("replayed")).isFalse();
        assertThat(ack.string("message.text")).isEqualTo("Grüße 👍");
        assertThat(ack.string("message.clientMessageId")).isEqualTo("m1");
        assertThat(ack.number("message.seq")).isEqualTo(2);
    }

    @Test
    void marksARepeat() {
        session.submit(SEND, message(conversation, "m1", "once")).ack();

        JsonObject ack =
                session.submit(SEND, message(conversation, "m1", "once")).ack();

        assertThat(ack.number("status")).isEqualTo(200);
        assertThat(ack.truth("replayed")).isTrue();
        assertThat(ack.number("message.seq")).isEqualTo(2);
    }

    @Test
    void opensTheConversationWithAPerson() {
        Person cara = server.newPerson();

        JsonObject ack = session.submit(SEND, JsonObject.of("toUserId", cara.id(), "text", "hi"))
                .awaitReply();

        assertThat(ack.string("re"))
                .as("the receipt, where the client gave no id")
                .startsWith("r-");
        assertThat(ack.has("message.clientMessageId")).isTrue();
    }

    @Test
    void takesTheSenderFromTheSessionOnly() {
        JsonObject forged =
                message(conversation, "m1", "me").with("senderId", bob.id()).with("seq", 99);

        JsonObject ack = session.submit(SEND, forged).ack();

        assertThat(ack.string("message.senderId")).isEqualTo(anna.id());
        assertThat(ack.number("message.seq")).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAMessage() {
        JsonObject problem =
                session.submit(SEND, message("u_wrong", "m1", "\u200b")).nack();

        assertThat(problem.string("code")).isEqualTo("validation-failed");
        assertThat(problem.objects("errors"))
                .extracting(error -> error.string("pointer") + " " + error.string("code"))
                .containsExactlyInAnyOrder("/conversationId invalid-format", "/text not-visible");
    }

    @Test
    void namesTheRefusedMessageByItsOwnId() {
        JsonObject reply = session.submit(SEND, message(conversation, "m1", "")).awaitReply();

        assertThat(reply.string("type")).isEqualTo("nack");
        assertThat(reply.string("re")).isEqualTo("m1");
    }

    @Test
    void hidesAConversationOfOthers() {
        String others = server.conversationOf(bob, server.newPerson());

        assertThat(session.submit(SEND, message(others, "m1", "let me in"))
                        .nack()
                        .string("code"))
                .isEqualTo("not-found");
        assertThat(session.submit(SEND, message("c_madeup", "m2", "let me in"))
                        .nack()
                        .string("code"))
                .isEqualTo("not-found");
    }

    @Test
    void refusesABodyThatIsNotJson() {
        for (String body : List.of("", "nonsense", "[]", "{\"a\":1,\"a\":2}", "{} {}", "{\"text\":\"a\u0000b\"}")) {
            Command command =
                    session.submit(StompFrame.of("SEND", "destination", SEND).withBody(body));

            assertThat(command.nack().string("code")).as(body).isEqualTo("malformed-request");
        }
    }

    @Test
    void saysThatTheOutcomeIsUnknownAndWhenToRepeat() {
        server.sending().twist(sent -> CompletableFuture.failedFuture(ErrorCode.TEMPORARILY_UNAVAILABLE.refusal()));

        JsonObject reply =
                session.submit(SEND, message(conversation, "m1", "x")).awaitReply();

        assertThat(reply.string("problem.code")).isEqualTo("temporarily-unavailable");
        assertThat(reply.number("retryAfterMs")).isPositive();
    }

    @Test
    void answersTheReceiptOnlyAfterTheStore() {
        server.sending().hold();
        Command command = session.submit(SEND, message(conversation, "m1", "slow"));
        session.appear("active");

        assertThat(command.receipt()).isNotDone();
        assertThat(session.replies().seen()).isEmpty();

        server.sending().release();
        command.ack();
    }

    @Test
    void hasManySendsUnderWayAtOnce() {
        server.sending().hold();
        List<Command> commands = List.of(
                session.submit(SEND, message(conversation, "m1", "one")),
                session.submit(SEND, message(conversation, "m2", "two")),
                session.submit(SEND, message(conversation, "m3", "three")));
        await().until(() -> server.sending().heldBack() == 3);

        server.sending().release();

        assertThat(commands)
                .extracting(command -> command.ack().number("message.seq"))
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void waitsAtDisconnectForWhatIsUnderWay() {
        server.sending().hold();
        Command sent = session.submit(SEND, message(conversation, "m1", "last words"));
        Command goodbye = session.submit(StompFrame.of("DISCONNECT"));
        await().until(() -> server.sending().heldBack() == 1);
        assertThat(goodbye.receipt()).isNotDone();

        server.sending().release();

        sent.ack();
        goodbye.accepted();
        assertThat(session.connection().awaitClosing().code()).isEqualTo(1000);
    }

    @Test
    void doesNotWaitForEverAtDisconnect() {
        server.sending().hold();
        session.submit(SEND, message(conversation, "m1", "lost words"));
        session.connection().send(StompFrame.of("DISCONNECT", "receipt", "bye"));

        session.connection().awaitError("temporarily-unavailable", 1013);
    }

    @Test
    void answersWithErrorWhereNobodyListensToReplies() {
        try (StompConnection connection = server.connect(anna)) {
            connection.send(StompFrame.send(SEND, message("c_madeup", "m1", "x")));
            connection.sendForReceipt(
                    StompFrame.send(SEND, message(conversation, "m2", "fine")).with("receipt", "r1"));

            connection.send(
                    StompFrame.send(SEND, message("c_madeup", "m3", "x")).with("receipt", "r2"));

            assertThat(connection.awaitError("reply-queue-missing", 4400).header("receipt-id"))
                    .isEqualTo("r2");
        }
    }

    @Test
    void readsFramesWhereverMessagesBeginAndEnd() {
        String one =
                StompFrame.send(SEND, message(conversation, "m1", "eins ü")).encode();
        String two =
                StompFrame.send(SEND, message(conversation, "m2", "zwei 👍")).encode();
        byte[] both = ("\n" + one + "\r\n\n" + two + "\n").getBytes(StandardCharsets.UTF_8);
        int cut = both.length / 3;

        session.connection().sendBytes(Arrays.copyOfRange(both, 0, cut));
        session.connection().sendBytes(Arrays.copyOfRange(both, cut, both.length));

        assertThat(session.replies().awaitMany("acks", 2, reply -> true))
                .extracting(reply -> reply.string("message.text"))
                .containsExactly("eins ü", "zwei 👍");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] frame = StompFrame.send(SEND, message(conversation, "m1", "xyz"))
                .with("receipt", "r1")
                .encode()
                .getBytes(StandardCharsets.UTF_8);
        frame[frame.length - 5] = (byte) 0xff;

        session.connection().sendBytes(frame);

        assertThat(session.connection().awaitError("malformed-frame", 4400).header("receipt-id"))
                .isEqualTo("r1");
    }

    @Test
    void movesReceiptsAndTellsBoth() {
        try (ChattySession peer = server.session(bob)) {
            peer.report(conversation, 1L, null);

            JsonObject mine = peer.awaitEvent("receipts.updated");
            JsonObject theirs = session.awaitEvent("receipts.updated");
            assertThat(mine.number("unreadCount")).isZero();
            assertThat(theirs.has("unreadCount")).isFalse();
            assertThat(theirs.number("readSeq")).isEqualTo(1);
            assertThat(theirs.string("userId")).isEqualTo(bob.id());
        }
    }

    @Test
    void refusesReceiptsThatAreNone() {
        JsonObject problem = session.submit("/app/receipts", JsonObject.of("conversationId", 7, "readSeq", -1))
                .nack();

        assertThat(problem.objects("errors"))
                .extracting(error -> error.string("pointer") + " " + error.string("code"))
                .containsExactlyInAnyOrder("/conversationId wrong-type", "/readSeq out-of-range");
    }

    @Test
    void showsTypingAtMostOnceInAWhile() {
        try (ChattySession peer = server.session(bob)) {
            session.typing(conversation, true);
            session.typing(conversation, true);
            session.typing(conversation, false);

            peer.awaitEvent("typing", "active", false);
            assertThat(peer.events().seen(ChattySession.event("typing", "active", true)))
                    .hasSize(1);
            assertThat(session.submit("/app/typing", JsonObject.of("conversationId", "c_madeup", "active", true))
                            .nack()
                            .string("code"))
                    .isEqualTo("not-found");
        }
    }
}
