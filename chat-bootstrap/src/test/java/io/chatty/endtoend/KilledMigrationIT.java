package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.chatty.adapter.mongo.MongoServer;
import io.chatty.adapter.mongo.OldData;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The first start of a new version on much data of an old one is killed in the middle; the next one finishes. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class KilledMigrationIT {

    /** Every two of them have a conversation of one message, which both have received. */
    private static final int PEOPLE_IN_A_FILE = 500;

    private static final int PEOPLE_IN_A_DATABASE = 150;

    private static final Date SENT_AT = new Date(1_795_356_000_000L);
    private static final int BATCH = 10_000;

    @TempDir
    private Path data;

    private static int pairs(int people) {
        return people * (people - 1) / 2;
    }

    private static void assertTheNextStartFinishes(Map<String, String> store, BooleanSupplier isUnderWay, int pairs) {
        PackagedServer first = PackagedServer.launch(store, PackagedServer.freePort());
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(1)).until(isUnderWay::getAsBoolean);
        first.kill();
        PackagedServer early = PackagedServer.operate(store, "check");
        assertThat(early.awaitExit()).as("not finished: " + early.log()).isEqualTo(2);
        assertThat(early.log()).singleElement().asString().contains("was written by an older Chatty");

        try (PackagedServer second = PackagedServer.start(store, PackagedServer.freePort())) {
            assertThat(OldStores.anna(second.client()).history(OldStores.TALK)).hasSize(12);
        }
        PackagedServer check = PackagedServer.check(store);
        assertThat(check.log().get(check.log().size() - 1))
                .contains((3 + pairs) + " conversations and " + (13 + pairs) + " messages are checked, 0 promises");
    }

    @Test
    void ofAFileIsFinishedByTheNextStart() throws SQLException {
        OldStores.restore(data);
        crowd(data);
        Path journal = data.resolve("chatty.db-wal");

        assertTheNextStartFinishes(
                PackagedServer.onSqlite(data),
                () -> journal.toFile().length() > 1_024 * 1_024,
                pairs(PEOPLE_IN_A_FILE));
    }

    private static void crowd(Path folder) throws SQLException {
        try (Connection file = OldStores.open(folder)) {
            file.setAutoCommit(false);
            execute(file, """
                    WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 999 + %1)
                    INSERT INTO users (key, id, read_receipts, presence, discoverable, created_at)
                    SELECT i, 'u_p' || i, 1, 1, 0, %2 FROM n
                    """.replace("%1", String.valueOf(PEOPLE_IN_A_FILE)));
            try (PreparedStatement insert =
                    file.prepareStatement("INSERT INTO conversation (key, id, low, high) VALUES (?, ?, ?, ?)")) {
                long key = 1_000;
                for (int low = 1_000; low < 1_000 + PEOPLE_IN_A_FILE; low++) {
                    for (int high = low + 1; high < 1_000 + PEOPLE_IN_A_FILE; high++) {
                        insert.setLong(1, key++);
                        insert.setString(2, pair(low, high).conversationId().value());
                        insert.setLong(3, low);
                        insert.setLong(4, high);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
            execute(file, """
                    INSERT INTO message (conversation, seq, rev, sender, sender_seq, client_id, text, sent_at)
                    SELECT key, 1, 1, low, 1, 'm', 'hello', %2 FROM conversation WHERE key >= 1000
                    """);
            for (String person : List.of("low", "high")) {
                execute(file, """
                        INSERT INTO member (conversation, user, created_at, listed_at, touched_at, delivered_seq, delivered_at)
                        SELECT key, %1, %2, %2, %2, 1, %2 FROM conversation WHERE key >= 1000
                        """.replace("%1", person));
            }
            file.commit();
        }
    }

    private static void execute(Connection file, String sql) throws SQLException {
        try (PreparedStatement statement =
                file.prepareStatement(sql.replace("%2", String.valueOf(SENT_AT.getTime())))) {
            statement.executeUpdate();
        }
    }

    private static Participants pair(int low, int high) {
        return new Participants(new UserId("u_p" + low), new UserId("u_p" + high));
    }

    @Test
    void ofADatabaseIsFinishedByTheNextStart() {
        String uri = MongoServer.shared().freshDatabase();
        OldData.SCHEMA_1.restore(uri);
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database =
                    client.getDatabase(URI.create(uri).getPath().substring(1));
            crowd(database);
            MongoCollection<Document> members = database.getCollection("members");

            assertTheNextStartFinishes(
                    PackagedServer.onMongo(uri),
                    () -> members.find(Filters.exists("delivered")).first() != null,
                    pairs(PEOPLE_IN_A_DATABASE));

            assertThat(members.countDocuments(Filters.exists("deliveredSeq"))).isZero();
            assertThat(members.countDocuments(Filters.eq("delivered.seq", 1L)))
                    .isEqualTo(2L * pairs(PEOPLE_IN_A_DATABASE));
        }
    }

    private static void crowd(MongoDatabase database) {
        List<Document> users = new ArrayList<>();
        List<Document> heads = new ArrayList<>();
        List<Document> members = new ArrayList<>();
        List<Document> messages = new ArrayList<>();
        for (int low = 1_000; low < 1_000 + PEOPLE_IN_A_DATABASE; low++) {
            users.add(new Document("_id", "u_p" + low).append("emailFolded", "p" + low));
            for (int high = low + 1; high < 1_000 + PEOPLE_IN_A_DATABASE; high++) {
                String id = pair(low, high).conversationId().value();
                heads.add(new Document("_id", id)
                        .append("activeAt", SENT_AT)
                        .append("members", List.of("u_p" + low, "u_p" + high))
                        .append("startedAt", SENT_AT));
                for (int person : List.of(low, high)) {
                    members.add(new Document("_id", new Document("c", id).append("u", "u_p" + person))
                            .append("deliveredSeq", 1L)
                            .append("deliveredAt", SENT_AT)
                            .append("readSeq", 0L));
                }
                messages.add(message(id, "u_p" + low));
            }
        }
        insert(database.getCollection("users"), users);
        insert(database.getCollection("conversations"), heads);
        insert(database.getCollection("members"), members);
        insert(database.getCollection("messages"), messages);
    }

    private static Document message(String conversation, String sender) {
        return new Document("_id", new Document("c", conversation).append("s", 1L))
                .append("c", conversation)
                .append("revs", List.of(1L))
                .append("rev", 1L)
                .append("sender", sender)
                .append("senderSeq", 1L)
                .append("clientId", "m")
                .append("kind", "text")
                .append("text", "hello")
                .append("sentAt", SENT_AT);
    }

    private static void insert(MongoCollection<Document> collection, List<Document> documents) {
        for (int from = 0; from < documents.size(); from += BATCH) {
            collection.insertMany(documents.subList(from, Math.min(from + BATCH, documents.size())));
        }
    }
}
