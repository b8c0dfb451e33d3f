package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.mongo.MongoServer;
import io.chatty.conformance.client.ChattyPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A check of a whole store by the jar: beside a server and without one, and what its exit code says. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class CheckIT {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private static final String ALL_IS_WELL = "1 conversations and 2 messages are checked, 0 promises are broken";

    @TempDir
    private Path data;

    private static void assertChecked(Map<String, String> store, int exit, String last) {
        PackagedServer check = PackagedServer.operate(store, "check");
        assertThat(check.awaitExit()).as(check.log().toString()).isEqualTo(exit);
        assertThat(check.log().get(check.log().size() - 1)).endsWith(last);
    }

    private static void talk(PackagedServer server) {
        ChattyPerson alice = server.client().register("Alice");
        ChattyPerson bob = server.client().register("Bob");
        String talk = alice.openConversationWith(bob);
        alice.send(talk, "Shall we ship at three?");
        bob.send(talk, "Three is fine");
    }

    private static void checkBesideAServerAndAfterItsEnd(Map<String, String> store) {
        try (PackagedServer server = PackagedServer.start(store, PackagedServer.freePort())) {
            talk(server);
            assertChecked(store, WHOLE, ALL_IS_WELL);
            server.kill();
        }
        assertChecked(store, WHOLE, ALL_IS_WELL);
    }

    @Test
    void readsAFileBesideAServerAndAfterItsEnd() throws SQLException {
        Map<String, String> store = PackagedServer.onSqlite(data);
        checkBesideAServerAndAfterItsEnd(store);

        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("chatty.db"));
                Statement damage = file.createStatement()) {
            damage.executeUpdate("DELETE FROM message WHERE seq = 1");
        }

        assertChecked(store, BROKEN, "1 conversations and 1 messages are checked, 2 promises are broken");
    }

    @Test
    void readsADatabaseBesideAServerAndAfterItsEnd() {
        checkBesideAServerAndAfterItsEnd(
                PackagedServer.onMongo(MongoServer.shared().freshDatabase()));
    }

    @Test
    void saysInOneSentenceWhatItCannotCheck() throws IOException {
        Map<String, String> store = PackagedServer.onSqlite(data);
        assertChecked(
                store,
                NOT_CHECKED,
                "There is no database in " + data + "; set CHATTY_DATA to the folder that holds it.");
        assertThat(data).isEmptyDirectory();

        Files.writeString(data.resolve("chatty.db"), "precious notes".repeat(100));
        assertChecked(store, NOT_CHECKED, "; restore it from a copy.");
        assertThat(data.resolve("chatty.db")).hasContent("precious notes".repeat(100));

        String nobody = "mongodb://127.0.0.1:" + PackagedServer.freePort() + "/talk";
        assertThat(PackagedServer.operate(PackagedServer.onMongo(nobody), "check")
                        .awaitExit())
                .isEqualTo(NOT_CHECKED);
    }
}
