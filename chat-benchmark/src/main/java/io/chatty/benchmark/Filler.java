package io.chatty.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Makes a conversation long without sending its messages one by one: what two people said is repeated in turn, straight in
 * the store, while the application is stopped. Every hundredth message is a tombstone.
 */
final class Filler {

    private static final int BATCH = 5_000;

    private Filler() {}

    /** Fills up to so many messages a conversation in which each of the two has sent one. */
    static void fill(Subject subject, String conversation, int messages) {
        if (subject.place().startsWith("mongodb:")) {
            fillMongo(subject.place(), conversation, messages);
        } else {
            fillSqlite(subject.place(), conversation, messages);
        }
    }

    private static void fillSqlite(String file, String conversation, int messages) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement insert = connection.prepareStatement("""
                        WITH RECURSIVE number (s) AS (SELECT 3 UNION ALL SELECT s + 1 FROM number WHERE s < ?)
                        INSERT INTO message (conversation, seq, rev, sender, sender_seq, client_id, text, sent_at, deleted_at)
                        SELECT said.conversation, s, s, said.sender, (s + 1) / 2, 'filled-' || s,
                            CASE WHEN s % 100 = 50 THEN NULL ELSE 'message number ' || s END, said.sent_at,
                            CASE WHEN s % 100 = 50 THEN said.sent_at END
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
        if (seq % 100 == 50) {
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
