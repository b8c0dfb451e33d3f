package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A copy is cut short, and the server is killed while one is made: what is there under its name is whole. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class CrashBackupIT {

    private static final int BALLAST_PARTS = 15;
    private static final int BALLAST_BYTES = 10_000_000;
    private static final long ENOUGH = 500;
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @TempDir
    private Path temp;

    @Test
    void takesNoHalfCopyForAWholeOneAndLosesNothing() throws SQLException, IOException {
        Path data = temp.resolve("data");
        Path copy = temp.resolve("copy.db");
        Map<String, String> store = PackagedServer.fast(PackagedServer.onSqlite(data));
        Map<String, String> restored = PackagedServer.onSqlite(temp.resolve("restored"));
        int port = PackagedServer.freePort();
        PackagedServer server = PackagedServer.start(store, port);
        makeHeavy(data.resolve("chatty.db"));
        try (CrashLoad load = CrashLoad.begin(server.client(), SEED)) {
            await().until(() -> load.acknowledged() > ENOUGH);
            backup(store, copy).kill();
            assertThat(copy).doesNotExist();
            assertRefused(
                    PackagedServer.operate(restored, "restore", unfinished(copy).toString()));

            PackagedServer second = backup(store, copy);
            server.kill();
            assertThat(copy).doesNotExist();
            assertThat(second.awaitExit()).as(second.log().toString()).isZero();
            load.stopObserving();
            server = PackagedServer.start(store, port);
            load.observe();

            load.finish().assertClean();
        } finally {
            server.stop();
        }
        PackagedServer.check(store);
        assertThat(PackagedServer.operate(restored, "restore", copy.toString()).awaitExit())
                .isZero();
        PackagedServer.check(restored);
    }

    private static void assertRefused(PackagedServer restore) {
        assertThat(restore.awaitExit()).isEqualTo(1);
        assertThat(restore.log()).singleElement().asString().contains("is no whole copy of a store");
    }

    /** Begins a copy, and waits until some of it is written. */
    private static PackagedServer backup(Map<String, String> store, Path copy) {
        PackagedServer backup = PackagedServer.beginTo(store, "backup", copy.toString());
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> unfinished(copy).toFile().length() > 0);
        return backup;
    }

    private static Path unfinished(Path copy) {
        return copy.resolveSibling(copy.getFileName() + ".unfinished");
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
}
