package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Together;
import io.chatty.conformance.protocol.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Both people send at once over both transports; four live observers and both histories see one and the same order,
 * numbered without gaps.
 */
public final class OneOrderForAll implements Story {

    private static final int MESSAGES = 300;
    private static final int SENDERS = 4;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        // Until the first message it exists only for those who opened it.
        bob.openConversationWith(alice);
        List<ChattySession> observers = List.of(alice.connect(), alice.connect(), bob.connect(), bob.connect());
        try {
            Together.run(List.of(
                    sending("Alice over STOMP", text -> observers.get(0).send(conversation, text)),
                    sending("Bob over STOMP", text -> observers.get(2).send(conversation, text)),
                    sending("Alice over REST", text -> alice.send(conversation, text)),
                    sending("Bob over REST", text -> bob.send(conversation, text))));
            List<JsonObject> history = Numbers.asAnybody(alice.history(conversation));
            Numbers.expectGapless("history", history, MESSAGES);
            Expect.same("history of the other side", history, Numbers.asAnybody(bob.history(conversation)));
            Expect.same(
                    "different texts",
                    MESSAGES,
                    new HashSet<>(history.stream()
                                    .map(each -> each.string("text"))
                                    .toList())
                            .size());
            for (ChattySession observer : observers) {
                observer.awaitEvent("message.created", "message.seq", MESSAGES);
                Expect.same(
                        "the order a connection heard",
                        history,
                        Numbers.asAnybody(observer.messagesSeen(conversation)));
            }
            return MESSAGES + " messages from " + SENDERS + " senders, 4 observers and 2 histories alike";
        } finally {
            observers.forEach(ChattySession::close);
        }
    }

    private static Callable<Boolean> sending(String who, Consumer<String> sender) {
        return () -> {
            for (int i = 0; i < MESSAGES / SENDERS; i++) {
                sender.accept(who + " " + i);
            }
            return true;
        };
    }
}
