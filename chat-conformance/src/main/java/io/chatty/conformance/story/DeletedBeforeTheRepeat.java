package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.util.List;
import java.util.Set;

/**
 * A message is sent, its ack is lost, another device deletes it, and the first repeats it: one tombstone, no new message,
 * whichever transport it was sent and repeated over.
 */
public final class DeletedBeforeTheRepeat implements Story {

    private static final String TEXT = "soon forgotten";
    private static final Set<String> LEFT =
            Set.of("conversationId", "kind", "seq", "rev", "senderId", "clientMessageId", "sentAt", "deletedAt");

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson other = alice.signInAgain();
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        for (int seq = 1; seq <= 2; seq++) {
            String clientMessageId = RandomWords.clientMessageId();
            try (ChattySession atOther = other.connect()) {
                sendAndLoseTheAck(alice, conversation, clientMessageId, seq);
                atOther.awaitEvent("message.created", "message.seq", seq);
            }
            other.in(conversation).delete(seq).expect(204);
            other.in(conversation).delete(seq).expect(204);
            repeat(alice, conversation, clientMessageId, seq);
        }
        List<JsonObject> history = alice.history(conversation);
        Expect.same("messages", List.of(1L, 2L), Numbers.all("seq", history));
        Expect.same("changes", 4L, alice.conversation(conversation).number("rev"));
        Expect.same("unread", 0L, bob.conversation(conversation).number("unreadCount"));
        return "2 messages, 2 tombstones, 8 repeats";
    }

    /** The first time over STOMP, the second over REST, whose answer nobody looks at. */
    private static void sendAndLoseTheAck(ChattyPerson alice, String conversation, String clientMessageId, int seq) {
        if (seq == 1) {
            ChattySession lost = alice.connect();
            lost.submitMessage(conversation, clientMessageId, TEXT);
            lost.connection().abort();
        } else {
            alice.trySend(conversation, clientMessageId, TEXT);
        }
    }

    private static void repeat(ChattyPerson alice, String conversation, String clientMessageId, long seq) {
        try (ChattySession session = alice.connect()) {
            for (String text : List.of(TEXT, "another text")) {
                JsonObject ack = session.submitMessage(conversation, clientMessageId, text)
                        .ack();
                Expect.same("replayed over STOMP", true, ack.truth("replayed"));
                expectTombstone(ack.object("message"), seq);
                RestAnswer answer =
                        alice.trySend(conversation, clientMessageId, text).expect(200);
                Expect.same("replayed over REST", "true", answer.header("Idempotency-Replayed"));
                expectTombstone(answer.json(), seq);
            }
        }
    }

    private static void expectTombstone(JsonObject message, long seq) {
        Expect.same("number", seq, message.number("seq"));
        Expect.same("what is left", LEFT, message.asMap().keySet());
    }
}
