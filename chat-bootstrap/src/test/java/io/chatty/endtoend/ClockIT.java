package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.mongo.MongoServer;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.LiveReplica;
import io.chatty.conformance.client.Replica;
import io.chatty.conformance.protocol.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The server's clock was an hour ahead and is set back: people go on, and nothing is missing or out of order. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class ClockIT {

    private static final Duration AHEAD = Duration.ofHours(1);

    @TempDir
    private Path data;

    @Test
    void goesOnWhenItIsSetBackOnSqlite() {
        goesOn(PackagedServer.fast(PackagedServer.onSqlite(data)), () -> shiftTimes(data.resolve("chatty.db")));
    }

    @Test
    void goesOnWhenItIsSetBackOnMongo() {
        String uri = MongoServer.shared().freshDatabase();
        goesOn(
                PackagedServer.fast(PackagedServer.onMongo(uri)),
                () -> MongoServer.shared().shiftTimes(uri, AHEAD));
    }

    private static void goesOn(Map<String, String> store, Runnable shift) {
        int port = PackagedServer.freePort();
        Circle circle;
        try (PackagedServer server = PackagedServer.start(store, port)) {
            circle = Circle.meet(server);
            server.stop();
        }
        shift.run();
        try (PackagedServer server = PackagedServer.start(store, port)) {
            circle.goOn();
            server.stop();
        }
        PackagedServer.check(store);
    }

    /** As if everything had happened later: each column of a time is named so. */
    private static void shiftTimes(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            List<String> updates = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery("""
                    SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND c.name GLOB '*_at'
                    """)) {
                while (columns.next()) {
                    String column = columns.getString(2);
                    updates.add("UPDATE " + columns.getString(1) + " SET " + column + " = " + column + " + "
                            + AHEAD.toMillis());
                }
            }
            for (String update : updates) {
                statement.execute(update);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Alice and three friends. */
    private record Circle(
            ChattyPerson alice, ChattyPerson bob, ChattyPerson dora, String withBob, String withCarl, String withDora) {

        static Circle meet(PackagedServer server) {
            ChattyPerson alice = server.client().register("Alice");
            ChattyPerson bob = server.client().register("Bob");
            ChattyPerson carl = server.client().register("Carl");
            ChattyPerson dora = server.client().register("Dora");
            String withBob = alice.openConversationWith(bob);
            String withCarl = alice.openConversationWith(carl);
            alice.send(withBob, "an hour ahead");
            bob.report(withBob, 1L, null);
            alice.send(withCarl, "an hour ahead as well");
            alice.openConversationWith(dora);
            return new Circle(alice, bob, dora, withBob, withCarl, dora.openConversationWith(alice));
        }

        /** Two clients of Alice's, one that listens and one that asks, hold times from which the clock went back. */
        void goOn() {
            LiveReplica listening = alice.replicate();
            listening.connect();
            Replica asking = alice.replicateByPolling();
            asking.sync(0);

            JsonObject before = alice.message(withBob, 1);
            JsonObject after = alice.send(withBob, "the right time");
            assertThat(Instant.parse(after.string("sentAt"))).isBefore(Instant.parse(before.string("sentAt")));
            assertThat(after.number("seq")).isEqualTo(2);
            alice.in(withBob).edit(1, "edited").expect(200);
            listening.cut();
            alice.send(withBob, "once more");
            assertUnread(2);
            bob.report(withBob, 3L, null);
            assertUnread(0);
            dora.send(withDora, "hello");
            listening.connect();
            listening.await(withBob, 4);
            asking.sync(0);

            assertWhole(listening.replica());
            assertWhole(asking);
            listening.close();
            assertListedOnceByTheirLastMessages();
            assertThat(alice.signInAgain().history(withBob)).isEqualTo(alice.history(withBob));
        }

        private void assertUnread(long count) {
            JsonObject conversation = bob.conversation(withBob);
            assertThat(conversation.number("unreadCount")).isEqualTo(count);
            assertThat(conversation.number("lastSeq")).isEqualTo(3);
            assertThat(conversation.number("rev")).isEqualTo(4);
        }

        private void assertWhole(Replica replica) {
            assertThat(replica.messages(withBob))
                    .isEqualTo(alice.history(withBob))
                    .extracting(message -> message.number("rev"))
                    .containsExactly(3L, 2L, 4L);
            assertThat(replica.messages(withCarl)).isEqualTo(alice.history(withCarl));
            assertThat(replica.messages(withDora)).hasSize(1).isEqualTo(alice.history(withDora));
        }

        private void assertListedOnceByTheirLastMessages() {
            List<JsonObject> list = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                JsonObject page = alice.rest()
                        .get("/api/v1/conversations?limit=1" + cursor)
                        .expect(200)
                        .json();
                list.addAll(page.objects("items"));
                cursor = page.has("next") ? "&cursor=" + page.string("next") : null;
            }
            assertThat(list)
                    .extracting(conversation -> conversation.string("id"))
                    .containsExactly(withCarl, withDora, withBob);
        }
    }
}
