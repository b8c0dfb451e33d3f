package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Together;
import io.chatty.conformance.protocol.Inbox;
import io.chatty.conformance.protocol.JsonObject;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One side's connection is cut again and again while the other side sends; what it heard live and what it fetched after
 * each reconnect is everything.
 */
public final class ReconnectLosesNothing implements Story {

    private static final int MESSAGES = 300;
    private static final int CUTS = 10;

    private static final int MISSED_AT_LEAST = 5;

    @Override
    public String play(ChattyServer server) {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        Inbox<Long> stored = new Inbox<>("numbers of stored messages", server.patience());
        stored.add(alice.send(conversation, "first").number("seq"));
        List<Integer> fetched = Together.run(
                List.of(() -> sendAll(alice, conversation, stored), () -> hearAll(bob, conversation, stored)));
        return MESSAGES + " messages, " + CUTS + " cuts, " + fetched.get(1) + " fetched after them";
    }

    private static int sendAll(ChattyPerson alice, String conversation, Inbox<Long> stored) {
        try (ChattySession session = alice.connect()) {
            for (int i = 1; i < MESSAGES; i++) {
                stored.add(session.send(conversation, "message " + i).number("seq"));
            }
        }
        stored.end("all sent");
        return MESSAGES;
    }

    /** Cuts itself off after each eleventh of the messages, misses at least five, and comes back. */
    private static int hearAll(ChattyPerson bob, String conversation, Inbox<Long> stored) {
        SortedMap<Long, JsonObject> held = new TreeMap<>();
        int fetched = 0;
        for (int cut = 0; cut <= CUTS; cut++) {
            ChattySession session = bob.connect();
            fetched += hold(held, bob.historyAfter(conversation, contiguous(held)));
            long until = Math.max(held.size(), MESSAGES * (cut + 1L) / (CUTS + 1));
            if (held.size() < until) {
                session.awaitEvent("message.created", "message.seq", until);
            }
            session.connection().abort();
            hold(held, session.messagesSeen(conversation));
            long back = Math.min(MESSAGES, held.size() + MISSED_AT_LEAST);
            stored.await("message " + back, seq -> seq >= back);
        }
        List<JsonObject> history = bob.history(conversation);
        Numbers.expectGapless("history", history, MESSAGES);
        Expect.same("live and fetched together", history, List.copyOf(held.values()));
        return fetched;
    }

    /** The highest number up to which nothing is missing: what a client asks after. */
    private static long contiguous(SortedMap<Long, JsonObject> held) {
        long last = 0;
        while (held.containsKey(last + 1)) {
            last++;
        }
        return last;
    }

    private static int hold(SortedMap<Long, JsonObject> held, List<JsonObject> messages) {
        int before = held.size();
        messages.forEach(message -> held.putIfAbsent(message.number("seq"), message));
        return held.size() - before;
    }
}
