package io.chatty.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bson.Document;

/** Stores as earlier versions left them: a document or an index a line. */
public enum OldData {

    /** Schema 1 as its first version wrote it. */
    SCHEMA_1("schema-1.jsonl"),

    /** Schema 1 as its last version wrote it, with changes of messages and settings. */
    SCHEMA_1_WITH_CHANGES("schema-1-changes.jsonl");

    private final String file;

    OldData(String file) {
        this.file = file;
    }

    /** Puts it into an empty database. */
    public void restore(String uri) {
        try (MongoClient client = MongoClients.create(uri);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(OldData.class.getResourceAsStream("data/" + file)),
                        StandardCharsets.UTF_8))) {
            MongoDatabase database =
                    client.getDatabase(MongoConnection.parse(uri).database());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                restore(database, Document.parse(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restore(MongoDatabase database, Document line) {
        MongoCollection<Document> collection = database.getCollection(line.getString("in"));
        Document index = line.get("index", Document.class);
        if (index == null) {
            collection.insertOne(line.get("document", Document.class));
        } else {
            collection.createIndex(
                    index.get("key", Document.class),
                    new IndexOptions()
                            .name(index.getString("name"))
                            .unique(index.getBoolean("unique", false))
                            .sparse(index.getBoolean("sparse", false)));
        }
    }
}
