package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.LiveReplica;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The drill of an operator: a store is lost, and a copy that was made while people talked takes its place. */
final class RestoreDrill {

    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(5);

    private final Map<String, String> store;

    RestoreDrill(Map<String, String> store) {
        this.store = store;
    }

    /** What an operator does with the store. */
    @FunctionalInterface
    interface Step {

        void take() throws Exception;
    }

    /**
     * Makes clients see what is lost then, and become whole again.
     *
     * @param copy copies the store while the server runs
     * @param replace puts the copy in its place, once the server is dead
     */
    void play(Step copy, Step replace) throws Exception {
        int port = PackagedServer.freePort();
        ChattyPerson alice;
        String talk;
        LiveReplica bobs;
        try (PackagedServer server = PackagedServer.start(store, port)) {
            alice = server.client().register("Alice");
            ChattyPerson bob = server.client().register("Bob");
            talk = alice.openConversationWith(bob);
            alice.send(talk, "before the copy");
            bobs = bob.replicate();
            bobs.connect();

            copy.take();
            alice.in(talk).edit(1, "lost with the store");
            alice.send(talk, "lost too");
            bobs.await(talk, 3);
            server.kill();
        }
        replace.take();
        try (bobs;
                PackagedServer server = PackagedServer.start(store, port)) {
            long ready = System.nanoTime();
            bobs.connect();

            assertThat(texts(bobs, talk)).containsExactly("before the copy");
            assertThat(Duration.ofNanos(System.nanoTime() - ready)).isLessThan(WHOLE_WITHIN);
            // The numbers begin again where the copy ends, and mean something else than before.
            alice.send(talk, "after the copy");
            bobs.await(talk, 2);
            assertThat(texts(bobs, talk)).containsExactly("before the copy", "after the copy");
            assertThat(server.log()).noneMatch(line -> line.contains("Exception"));
        }
        operate("check");
    }

    /** Has the jar do an operation, which must succeed and have nothing to complain of. */
    void operate(String... arguments) {
        PackagedServer operation = PackagedServer.operate(store, arguments);
        assertThat(operation.awaitExit()).as(operation.log().toString()).isZero();
        assertThat(operation.log()).isNotEmpty().allMatch(line -> line.contains(" INFO "));
    }

    private static List<String> texts(LiveReplica replica, String conversation) {
        return replica.replica().messages(conversation).stream()
                .map(message -> message.string("text"))
                .toList();
    }
}
