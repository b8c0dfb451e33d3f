package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.LiveReplica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The drill of an operator: the disk is lost, and a copy that was made while people talked takes its place. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class RestoreIT {

    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(5);

    @TempDir
    private Path temp;

    @Test
    void makesClientsWholeThatSawWhatIsLost() throws IOException {
        Path data = temp.resolve("data");
        Path copy = temp.resolve("copy.db");
        Map<String, String> store = PackagedServer.onSqlite(data);
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

            assertDone(PackagedServer.operate(store, "backup", copy.toString()));
            alice.in(talk).edit(1, "lost with the disk");
            alice.send(talk, "lost too");
            bobs.await(talk, 3);
            server.kill();
        }
        Files.move(data, temp.resolve("lost"));
        assertDone(PackagedServer.operate(store, "restore", copy.toString()));
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
    }

    @Test
    void saysInOneSentenceWhatCannotBeDone() {
        Map<String, String> store = PackagedServer.onSqlite(temp.resolve("data"));

        assertRefused(
                PackagedServer.operate(store, "backup", temp.resolve("copy.db").toString()), "There is no database");
        assertRefused(PackagedServer.operate(store, "restore"), "there are: backup FILE, restore FILE");
        assertRefused(
                PackagedServer.operate(store, "recover"), "There is no operation recover; there are: backup FILE");
        assertRefused(
                PackagedServer.operate(Map.of("SPRING_MONGODB_URI", "mongodb://localhost/talk"), "backup", "copy.db"),
                "Everything is in MongoDB");
    }

    private static void assertDone(PackagedServer operation) {
        assertThat(operation.awaitExit()).as(operation.log().toString()).isZero();
        assertThat(operation.log()).hasSize(1);
    }

    private static void assertRefused(PackagedServer operation, String reason) {
        assertThat(operation.awaitExit()).isEqualTo(1);
        assertThat(operation.log()).singleElement().asString().contains(reason);
    }

    private static List<String> texts(LiveReplica replica, String conversation) {
        return replica.replica().messages(conversation).stream()
                .map(message -> message.string("text"))
                .toList();
    }
}
