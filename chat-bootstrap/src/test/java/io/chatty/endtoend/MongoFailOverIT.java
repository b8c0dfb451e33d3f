package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatty.adapter.mongo.Mongod;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The primary of three nodes is killed in the middle of sending: what was acknowledged is there, and nothing twice. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class MongoFailOverIT {

    private static final int SENDERS = 8;
    private static final int MESSAGES_A_SENDER = 100;

    /** An election begins ten seconds after the last sign of life. */
    private static final Patience ELECTION = new Patience(Duration.ofSeconds(60));

    @Test
    void losesAndDoublesNothingWhenThePrimaryFalls() {
        assumeTrue(Mongod.program().isPresent(), "there is no mongod");
        List<Mongod> nodes = Stream.generate(Mongod::startMember).limit(3).toList();
        try {
            Mongod.initiate(nodes);
            String uri =
                    "mongodb://" + nodes.get(0).address() + "," + nodes.get(1).address() + "/talk?replicaSet=rs0";
            try (PackagedServer server =
                    PackagedServer.start(Map.of("SPRING_MONGODB_URI", uri), PackagedServer.freePort())) {
                survivesTheFallOfThePrimary(server.client().with(ELECTION), nodes);
            }
        } finally {
            nodes.forEach(Mongod::close);
        }
    }

    private static void survivesTheFallOfThePrimary(ChattyServer server, List<Mongod> nodes) {
        ChattyPerson alice = server.register("Alice");
        String id = alice.openConversationWith(server.register("Bob"));
        Queue<JsonObject> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> sendAll(alice, id, acknowledged), threads))
                    .toList();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> acknowledged.size() > SENDERS * MESSAGES_A_SENDER / 4);
            nodes.stream().filter(Mongod::isPrimary).forEach(Mongod::kill);
            assertThat(acknowledged).hasSizeLessThan(SENDERS * MESSAGES_A_SENDER);
            senders.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }

        List<JsonObject> history = alice.history(id);
        assertThat(history).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(history)
                .extracting(message -> message.number("seq"))
                .isEqualTo(LongStream.rangeClosed(1, SENDERS * MESSAGES_A_SENDER)
                        .boxed()
                        .toList());
    }

    /** One message after the other, each again under its id until it is acknowledged. */
    private static void sendAll(ChattyPerson alice, String id, Queue<JsonObject> acknowledged) {
        try (ChattySession session = alice.connect()) {
            for (int i = 0; i < MESSAGES_A_SENDER; i++) {
                acknowledged.add(session.send(id, "message " + i));
            }
        }
    }
}
