package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.protocol.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed between the first write of a deletion, which is the point of no return, and the others: the next one
 * finishes it before anybody comes in.
 */
@Tag("heavy")
class CutDeletionIT {

    /** What the first write leaves behind. */
    private static final String FIRST_WRITE = """
            UPDATE users SET email = NULL, email_folded = NULL, name = NULL, name_folded = NULL, password_hash = NULL,
                deleted_at = 1, erased_at = NULL
            WHERE id = '%s'
            """;

    @TempDir
    private Path data;

    @Test
    void finishesWhatAKillCutShort() throws SQLException {
        Map<String, String> store = PackagedServer.onSqlite(data);
        ChattyPerson alice;
        ChattyPerson bob;
        String conversation;
        try (PackagedServer server = PackagedServer.start(data, PackagedServer.freePort())) {
            alice = server.client().register("Alice");
            bob = server.client().register("Bob");
            conversation = bob.openConversationWith(alice);
            bob.send(conversation, "hello");
            alice.rest().put("/api/v1/me/blocks/" + bob.id(), null).expect(204);
            server.kill();
        }
        run(FIRST_WRITE.replace("%s", alice.id()));

        try (PackagedServer server = PackagedServer.start(data, PackagedServer.freePort())) {
            assertThat(server.log()).anyMatch(line -> line.contains("1 deletions of accounts are finished"));
            server.client().rest().withToken(alice.token()).get("/api/v1/me").expectProblem(401, "session-revoked");
            JsonObject seen = server.client()
                    .rest()
                    .withToken(bob.token())
                    .get("/api/v1/conversations/" + conversation)
                    .expect(200)
                    .json();
            assertThat(seen.truth("peer.deleted")).isTrue();
            server.kill();
        }
        assertThat(count("SELECT count(*) FROM block")).isZero();
        assertThat(count("SELECT count(*) FROM users WHERE deleted_at IS NOT NULL AND erased_at IS NULL"))
                .isZero();
        PackagedServer.check(store);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = open()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = open();
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.getInt(1);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("chatty.db"));
    }
}
