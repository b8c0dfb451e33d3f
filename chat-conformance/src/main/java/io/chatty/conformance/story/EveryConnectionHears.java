package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Each of three connections of both people gets each message exactly once and in order, whoever sent it and how. */
public final class EveryConnectionHears implements Story {

    private static final int CONNECTIONS = 3;
    private static final int ROUNDS = 10;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        List<ChattySession> sessions = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                sessions.add(alice.connect());
                sessions.add(bob.signInAgain().connect());
            }
            for (int round = 0; round < ROUNDS; round++) {
                ChattySession sender = sessions.get(round % sessions.size());
                sender.send(conversation, "over STOMP " + round);
                alice.send(conversation, "Alice over REST " + round);
                bob.send(conversation, "Bob over REST " + round);
            }
            alice.send(conversation, "that was all");
            List<JsonObject> history = alice.history(conversation);
            Numbers.expectGapless("history", history, ROUNDS * 3 + 1);
            for (ChattySession session : sessions) {
                session.awaitEvent("message.created", "message.seq", history.size());
                Expect.same(
                        "what a connection heard",
                        Numbers.asAnybody(history),
                        Numbers.asAnybody(session.messagesSeen(conversation)));
            }
            return history.size() + " messages on " + sessions.size() + " connections";
        } finally {
            sessions.forEach(ChattySession::close);
        }
    }
}
