package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.adapter.mongo.MongoServer;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.protocol.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server is killed before it is ready, and while a copy of its store is made: what is there afterwards is whole. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class CrashStartIT {

    private static final Logger log = LoggerFactory.getLogger(CrashStartIT.class);

    private static final int KILLS = 3;
    private static final int MESSAGES = 50;
    private static final int BALLAST_PARTS = 30;
    private static final int BALLAST_BYTES = 10_000_000;
    private static final long ENOUGH = 500;

    @TempDir
    private Path temp;

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void isWholeAfterStartsThatWereCutShortOnSqlite() {
        survives(PackagedServer.onSqlite(temp.resolve("other")), PackagedServer.onSqlite(temp.resolve("data")));
    }

    @Test
    void isWholeAfterStartsThatWereCutShortOnMongo() {
        survives(
                PackagedServer.onMongo(MongoServer.shared().freshDatabase()),
                PackagedServer.onMongo(MongoServer.shared().freshDatabase()));
    }

    /** @param measured where a start is timed that nobody cuts short */
    private void survives(Map<String, String> measured, Map<String, String> store) {
        int port = PackagedServer.freePort();
        long begin = System.nanoTime();
        PackagedServer.start(measured, port).close();
        Duration start = Duration.ofNanos(System.nanoTime() - begin);

        int early = killAtTheStart(store, port, start);
        Talk talk;
        try (PackagedServer server = PackagedServer.start(store, port)) {
            talk = Talk.begin(server);
            server.kill();
        }
        early += killAtTheStart(store, port, start);
        try (PackagedServer server = PackagedServer.start(store, port)) {
            assertThat(talk.bob().history(talk.id())).isEqualTo(talk.history());
            assertThat(talk.alice().send(talk.id(), "still here").number("seq")).isEqualTo(MESSAGES + 1);
            server.stop();
        }
        log.warn("seed {}, {} of {} starts killed before they were ready", seed, early, 2 * KILLS);
        assertThat(early).isPositive();
        assertWhole(store);
    }

    private int killAtTheStart(Map<String, String> store, int port, Duration start) {
        int early = 0;
        for (int i = 0; i < KILLS; i++) {
            try (PackagedServer server = PackagedServer.launch(store, port)) {
                Duration alive = Duration.ofMillis(random.nextInt((int) start.toMillis()));
                await().pollDelay(alive).atMost(alive.plusMinutes(1)).until(() -> true);
                early += server.isReady() ? 0 : 1;
                server.kill();
            }
        }
        return early;
    }

    @Test
    void isWholeAfterBackupsThatWereCutShort() throws SQLException, IOException {
        Path data = temp.resolve("data");
        Path copy = temp.resolve("copy.db");
        Map<String, String> store = PackagedServer.onSqlite(data);
        int port = PackagedServer.freePort();
        PackagedServer server = PackagedServer.start(store, port);
        makeHeavy(data.resolve("chatty.db"));
        try (CrashLoad load = CrashLoad.begin(server.client(), seed)) {
            await().until(() -> load.acknowledged() > ENOUGH);
            backup(store, copy).kill();
            assertThat(copy).doesNotExist();

            PackagedServer second = backup(store, copy);
            server.kill();
            assertThat(copy).doesNotExist();
            assertThat(second.awaitExit()).as(second.log().toString()).isZero();
            load.stopObserving();
            server = PackagedServer.start(store, port);
            load.observe();

            CrashVerdict verdict = load.finish();

            assertThat(verdict).isEqualTo(CrashVerdict.clean(verdict.acknowledged()));
        } finally {
            server.stop();
        }
        assertWhole(store);
        Map<String, String> restored = PackagedServer.onSqlite(temp.resolve("restored"));
        assertThat(PackagedServer.operate(restored, "restore", copy.toString()).awaitExit())
                .isZero();
        assertWhole(restored);
    }

    /** Begins a copy, and waits until some of it is written. */
    private static PackagedServer backup(Map<String, String> store, Path copy) {
        Path unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
        PackagedServer backup = PackagedServer.beginTo(store, "backup", copy.toString());
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> unfinished.toFile().length() > 0);
        return backup;
    }

    /** Something that takes a moment to copy. */
    private static void makeHeavy(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE ballast (bytes BLOB)");
            for (int i = 0; i < BALLAST_PARTS; i++) {
                statement.execute("INSERT INTO ballast VALUES (randomblob(" + BALLAST_BYTES + "))");
            }
        }
    }

    private static void assertWhole(Map<String, String> store) {
        PackagedServer check = PackagedServer.operate(store, "check");
        assertThat(check.awaitExit()).as(check.log().toString()).isZero();
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
