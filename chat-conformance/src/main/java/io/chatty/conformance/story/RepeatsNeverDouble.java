package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.client.Together;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** However often a message is sent, at once or later, over whichever transport, it is stored once and says so. */
public final class RepeatsNeverDouble implements Story {

    private static final int REPEATS = 20;
    private static final String TEXT = "only once";

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        String clientMessageId = RandomWords.clientMessageId();
        try (ChattySession one = alice.connect();
                ChattySession other = alice.connect();
                ChattySession atBob = bob.connect()) {
            repeatAtOnce(alice, List.of(one, other), conversation, clientMessageId);
            refuseAnotherText(alice, one, conversation, clientMessageId);
            repeatByAnotherSender(bob, conversation, clientMessageId);
            repeatAfterALostAck(alice, conversation);

            List<JsonObject> history = bob.history(conversation);
            Numbers.expectGapless("history", history, 3);
            Expect.same("the first text", TEXT, history.get(0).string("text"));
            atBob.awaitEvent("message.created", "message.seq", 3);
            for (JsonObject heard : atBob.messagesSeen(conversation)) {
                JsonObject stored = history.get((int) heard.number("seq") - 1);
                Expect.same("a message heard", Numbers.asAnybody(stored), Numbers.asAnybody(heard));
            }
        }
        return REPEATS + " repeats at once, 1 message";
    }

    private static void repeatAtOnce(
            ChattyPerson alice, List<ChattySession> sessions, String conversation, String clientMessageId) {
        List<Callable<Repeat>> sends = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            ChattySession session = sessions.get(i / 2 % sessions.size());
            sends.add(
                    i % 2 == 0
                            ? () -> Repeat.of(alice.trySend(conversation, clientMessageId, TEXT))
                            : () -> Repeat.of(session.submitMessage(conversation, clientMessageId, TEXT)
                                    .ack()));
        }
        List<Repeat> answers = Together.run(sends);
        long first = answers.stream().filter(each -> !each.replayed()).count();
        Expect.that(first == 1, "one first send among the repeats", answers);
        for (Repeat answer : answers) {
            Expect.same("the message of a repeat", answers.get(0).message(), answer.message());
            Expect.same("the status of " + answer, answer.replayed() ? 200L : 201L, answer.status());
        }
    }

    private static void refuseAnotherText(
            ChattyPerson alice, ChattySession session, String conversation, String clientMessageId) {
        alice.trySend(conversation, clientMessageId, "another text").expectProblem(409, "client-message-id-reused");
        JsonObject problem = session.submitMessage(conversation, clientMessageId, "another text")
                .nack();
        Expect.that(problem.has("code", "client-message-id-reused"), "client-message-id-reused", problem);
    }

    private static void repeatByAnotherSender(ChattyPerson bob, String conversation, String clientMessageId) {
        JsonObject message = bob.trySend(conversation, clientMessageId, "from Bob")
                .expect(201)
                .json();
        Expect.same("a client id is the sender's own", 2L, message.number("seq"));
    }

    /** The connection is cut right after the frame left, so nobody knows whether the message was stored. */
    private static void repeatAfterALostAck(ChattyPerson alice, String conversation) {
        String clientMessageId = RandomWords.clientMessageId();
        ChattySession lost = alice.connect();
        lost.submitMessage(conversation, clientMessageId, "was it stored?");
        lost.connection().abort();
        try (ChattySession again = alice.connect()) {
            for (int i = 0; i < 2; i++) {
                JsonObject ack = again.submitMessage(conversation, clientMessageId, "was it stored?")
                        .ack();
                Expect.same("the number of a repeat after a reconnect", 3L, ack.number("message.seq"));
            }
        }
    }

    /** A positive answer, whichever transport gave it. */
    private record Repeat(long status, boolean replayed, JsonObject message) {

        static Repeat of(RestAnswer answer) {
            boolean replayed = "true".equals(answer.expect(200, 201).header("Idempotency-Replayed"));
            return new Repeat(answer.status(), replayed, answer.json());
        }

        static Repeat of(JsonObject ack) {
            return new Repeat(ack.number("status"), ack.has("replayed", true), ack.object("message"));
        }
    }
}
