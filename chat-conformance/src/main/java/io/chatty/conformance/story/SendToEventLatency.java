package io.chatty.conformance.story;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** From SEND until the last of three connections of each of two people has the event: 95 of 100 within 100 ms. */
public final class SendToEventLatency implements Story {

    private static final int CONNECTIONS = 3;
    private static final int MESSAGES = 200;
    private static final double PROMISED_P95_MS = 100;

    @Override
    public String play(ChattyServer server) throws InterruptedException {
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        List<ChattySession> sessions = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                sessions.add(alice.connect());
                sessions.add(bob.connect());
            }
            Arrivals arrivals = new Arrivals(sessions);
            double[] millis = new double[MESSAGES];
            for (int i = 0; i < MESSAGES; i++) {
                millis[i] = arrivals.measure(sessions.get(i % sessions.size()), conversation, server.patience());
            }
            Arrays.sort(millis);
            String figure = String.format(
                    Locale.ROOT,
                    "p50 %.1f, p95 %.1f, p99 %.1f ms on %d connections",
                    percentile(millis, 50),
                    percentile(millis, 95),
                    percentile(millis, 99),
                    sessions.size());
            Expect.that(percentile(millis, 95) <= PROMISED_P95_MS, "p95 of at most 100 ms", figure);
            return figure;
        } finally {
            sessions.forEach(ChattySession::close);
        }
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1];
    }

    /** When the last connection has the message of a text. */
    private record Arrival(AtomicInteger missing, CompletableFuture<Long> nanos) {}

    /** Takes the events of all connections as they come and keeps none. */
    private static final class Arrivals {

        private final Map<String, Arrival> byText = new ConcurrentHashMap<>();
        private final int connections;

        Arrivals(List<ChattySession> sessions) {
            this.connections = sessions.size();
            sessions.forEach(session -> session.events().offerTo(this::takes));
        }

        private boolean takes(JsonObject event) {
            long now = System.nanoTime();
            Arrival arrival = byText.get(String.valueOf(event.find("message.text")));
            if (arrival != null && arrival.missing().decrementAndGet() == 0) {
                arrival.nanos().complete(now);
            }
            return true;
        }

        /** Sends one message, again under another text where the server is busy, and gives its milliseconds. */
        double measure(ChattySession sender, String conversation, Patience patience) throws InterruptedException {
            while (true) {
                String text = RandomWords.letters(40);
                Arrival arrival = new Arrival(new AtomicInteger(connections), new CompletableFuture<>());
                byText.put(text, arrival);
                long start = System.nanoTime();
                JsonObject reply =
                        sender.submitMessage(conversation, text, text).awaitReply();
                if (reply.has("type", "ack")) {
                    return (patience.await("event on every connection", arrival.nanos()) - start) / 1e6;
                }
                Expect.that(reply.has("problem.code", "rate-limited"), "an ack or rate-limited", reply);
                TimeUnit.MILLISECONDS.sleep(reply.number("retryAfterMs"));
            }
        }
    }
}
