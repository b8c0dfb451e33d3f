package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.chatty.adapter.mongo.MongoServer;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.protocol.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server is killed before it is ready, with nothing stored yet and with something: what is there is whole. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class CrashStartIT {

    private static final Logger log = LoggerFactory.getLogger(CrashStartIT.class);

    private static final int KILLS = 3;
    private static final int MESSAGES = 20;

    @TempDir
    private Path temp;

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void isWholeAfterStartsThatWereCutShortOnSqlite() {
        Path data = temp.resolve("data");
        survives(PackagedServer.onSqlite(data), () -> Files.exists(data.resolve("chatty.db")));
    }

    @Test
    void isWholeAfterStartsThatWereCutShortOnMongo() {
        String uri = MongoServer.shared().freshDatabase();
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database =
                    client.getDatabase(URI.create(uri).getPath().substring(1));
            survives(
                    PackagedServer.onMongo(uri),
                    () -> database.listCollectionNames().first() != null);
        }
    }

    /** @param traced whether there is anything of the store */
    private void survives(Map<String, String> usual, BooleanSupplier traced) {
        Map<String, String> store = PackagedServer.fast(usual);
        int port = PackagedServer.freePort();
        Duration untilTraced = killAtTheFirstTrace(store, port, traced);
        int early = killAround(untilTraced, store, port) ? 1 : 0;
        Talk talk;
        try (PackagedServer server = PackagedServer.start(store, port)) {
            talk = Talk.begin(server);
            server.kill();
        }
        for (int i = 1; i < KILLS; i++) {
            early += killAround(untilTraced, store, port) ? 1 : 0;
        }
        try (PackagedServer server = PackagedServer.start(store, port)) {
            assertThat(talk.bob().history(talk.id())).isEqualTo(talk.history());
            assertThat(talk.alice().send(talk.id(), "still here").number("seq")).isEqualTo(MESSAGES + 1);
            server.kill();
        }
        log.warn("seed {}, {} of {} starts at random killed before they were ready", seed, early, KILLS);
        assertThat(early).isPositive();
        PackagedServer.check(store);
    }

    /** @return how long it lived */
    private static Duration killAtTheFirstTrace(Map<String, String> store, int port, BooleanSupplier traced) {
        long begin = System.nanoTime();
        try (PackagedServer server = PackagedServer.launch(store, port)) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(traced::getAsBoolean);
            assertThat(server.isReady()).isFalse();
            server.kill();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * From half of a time to one and a half of it: it is then that a start reads and writes.
     *
     * @return whether it was not ready
     */
    private boolean killAround(Duration usual, Map<String, String> store, int port) {
        try (PackagedServer server = PackagedServer.launch(store, port)) {
            Duration alive = usual.dividedBy(2).plusMillis(random.nextInt((int) usual.toMillis()));
            await().pollDelay(alive).atMost(alive.plusMinutes(1)).until(() -> true);
            boolean early = !server.isReady();
            server.kill();
            return early;
        }
    }

    private record Talk(ChattyPerson alice, ChattyPerson bob, String id, List<JsonObject> history) {

        static Talk begin(PackagedServer server) {
            ChattyPerson alice = server.client().register("Alice");
            ChattyPerson bob = server.client().register("Bob");
            String id = alice.openConversationWith(bob);
            IntStream.range(0, MESSAGES).forEach(i -> alice.send(id, "message " + i));
            return new Talk(alice, bob, id, bob.history(id));
        }
    }
}
