package io.chatty.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Does straight in the store, while the application is stopped, what would take days: makes a conversation long by repeating
 * what two people said in turn, with a tombstone now and then, and makes everything older, so that the conversations of an
 * account were active an hour after each other and not all in the same minute.
 */
final class Filler {

    private static final int BATCH = 5_000;
    private static final long HOUR_MILLIS = 3_600_000;

    /** Odd, so that both people have some. */
    private static final int MESSAGES_A_TOMBSTONE = 99;

    private Filler() {}

    /** Fills up to so many messages a conversation in which each of the two has sent one. */
    static void fill(Subject subject, String conversation, int messages) {
        if (subject.place().startsWith("mongodb:")) {
            fillMongo(subject.place(), conversation, messages);
        } else {
            fillSqlite(subject.place(), conversation, messages);
        }
    }

    /** Makes all conversations older, the first of them most. */
    static void age(Subject subject) {
        if (subject.place().startsWith("mongodb:")) {
            ageMongo(subject.place());
        } else {
            ageSqlite(subject.place());
        }
    }

    private static void ageSqlite(String file) {
        String age = "(SELECT max(key) - conversation FROM conversation) * " + HOUR_MILLIS;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE message SET sent_at = sent_at - " + age);
            statement.executeUpdate("UPDATE member SET created_at = created_at - " + age + ", listed_at = listed_at - "
                    + age + ", touched_at = touched_at - " + age);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ageMongo(String set) {
        try (MongoClient client = MongoClients.create(set)) {
            MongoDatabase database = client.getDatabase("chatty");
            List<String> conversations = database.getCollection("conversations")
                    .find()
                    .sort(Sorts.ascending("activeAt"))
                    .map(head -> head.getString("_id"))
                    .into(new ArrayList<>());
            long age = conversations.size() * HOUR_MILLIS;
            for (String conversation : conversations) {
                age -= HOUR_MILLIS;
                database.getCollection("conversations").updateOne(Filters.eq(conversation), earlier(age, "activeAt"));
                database.getCollection("messages").updateMany(Filters.eq("c", conversation), earlier(age, "sentAt"));
                database.getCollection("members")
                        .updateMany(
                                Filters.in("_id", members(database, conversation)),
                                earlier(age, "touchedAt", "openedAt"));
            }
        }
    }

    /** The ids of what is stored for both people. */
    private static List<Document> members(MongoDatabase database, String conversation) {
        return database
                .getCollection("conversations")
                .find(Filters.eq(conversation))
                .first()
                .getList("members", String.class)
                .stream()
                .map(person -> new Document("c", conversation).append("u", person))
                .toList();
    }

    private static List<Document> earlier(long millis, String... times) {
        Document set = new Document();
        for (String time : times) {
            set.append(time, new Document("$subtract", List.of("$" + time, millis)));
        }
        return List.of(new Document("$set", set));
    }

    private static void fillSqlite(String file, String conversation, int messages) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement insert = connection.prepareStatement("""
                        WITH RECURSIVE number (s) AS (SELECT 3 UNION ALL SELECT s + 1 FROM number WHERE s < ?)
                        INSERT INTO message (conversation, seq, rev, sender, sender_seq, client_id, text, sent_at, deleted_at)
                        SELECT said.conversation, s, s, said.sender, (s + 1) / 2, 'filled-' || s,
                            CASE WHEN s % 99 = 50 THEN NULL ELSE 'message number ' || s END, said.sent_at,
                            CASE WHEN s % 99 = 50 THEN said.sent_at END
                        FROM number
                        JOIN conversation ON conversation.id = ?
                        JOIN message AS said ON said.conversation = conversation.key AND said.seq = 2 - s % 2
                        """)) {
            insert.setInt(1, messages);
            insert.setString(2, conversation);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fillMongo(String set, String conversation, int messages) {
        try (MongoClient client = MongoClients.create(set)) {
            MongoCollection<Document> stored = client.getDatabase("chatty").getCollection("messages");
            List<Document> said = List.of(said(stored, conversation, 2), said(stored, conversation, 1));
            List<Document> batch = new ArrayList<>(BATCH);
            for (long seq = 3; seq <= messages; seq++) {
                batch.add(repeat(said.get((int) (seq % 2)), conversation, seq));
                if (batch.size() == BATCH || seq == messages) {
                    stored.insertMany(batch);
                    batch.clear();
                }
            }
        }
    }

    private static Document said(MongoCollection<Document> stored, String conversation, long seq) {
        return stored.find(Filters.eq(id(conversation, seq))).first();
    }

    private static Document repeat(Document said, String conversation, long seq) {
        Document next = new Document(said);
        next.put("_id", id(conversation, seq));
        next.put("revs", List.of(seq));
        next.put("rev", seq);
        next.put("senderSeq", (seq + 1) / 2);
        next.put("clientId", "filled-" + seq);
        next.put("text", "message number " + seq);
        if (seq % MESSAGES_A_TOMBSTONE == 50) {
            next.remove("text");
            next.put("deletedAt", said.getDate("sentAt"));
            next.put(
                    "tombstone",
                    new Document("c", conversation)
                            .append("sender", said.getString("sender"))
                            .append("s", seq));
        }
        return next;
    }

    private static Document id(String conversation, long seq) {
        return new Document("c", conversation).append("s", seq);
    }
}
