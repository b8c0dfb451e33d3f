package io.chatty.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.chatty.domain.StoreIdentity;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the collections to the form this version knows. Several nodes may do so at once. */
final class Schema {

    static final String USERS = "users";
    static final String SESSIONS = "sessions";
    static final String CONVERSATIONS = "conversations";
    static final String MEMBERS = "members";
    static final String MESSAGES = "messages";
    static final String BLOCKS = "blocks";

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private static final String STORE = "store";
    private static final String SCHEMA = "schema";
    private static final int EPOCH_BYTES = 16;
    private static final int CURSOR_KEY_BYTES = 32;
    private static final int DUPLICATE_KEY = 11_000;

    private static final Map<String, List<IndexModel>> INDEXES = indexes();

    private Schema() {}

    private static Map<String, List<IndexModel>> indexes() {
        Map<String, List<IndexModel>> indexes = new LinkedHashMap<>();
        indexes.put(
                USERS,
                List.of(
                        unique("emailFolded"),
                        new IndexModel(Indexes.ascending("nameFolded", "_id")),
                        new IndexModel(Indexes.ascending("nameTails")),
                        new IndexModel(Indexes.ascending("erasing"), sparse())));
        indexes.put(
                BLOCKS,
                List.of(
                        new IndexModel(Indexes.compoundIndex(
                                Indexes.ascending("_id.blocker"),
                                Indexes.descending("since"),
                                Indexes.ascending("_id.blocked"))),
                        new IndexModel(Indexes.ascending("_id.blocked"))));
        indexes.put(SESSIONS, List.of(unique("tokenHash"), new IndexModel(Indexes.ascending("userId", "createdAt"))));
        indexes.put(CONVERSATIONS, List.of(new IndexModel(Indexes.ascending("members", "activeAt", "_id"))));
        indexes.put(
                MEMBERS,
                List.of(
                        new IndexModel(Indexes.ascending("empty.user", "empty.since"), sparse()),
                        new IndexModel(Indexes.ascending("archived.user"), sparse()),
                        new IndexModel(Indexes.ascending("low"), sparse()),
                        new IndexModel(Indexes.ascending("high"), sparse()),
                        new IndexModel(Indexes.ascending("_id.u", "touchedAt", "_id.c"))));
        indexes.put(
                MESSAGES,
                List.of(
                        unique("c", "revs"),
                        unique("c", "sender", "clientId"),
                        new IndexModel(Indexes.ascending("tombstone"), sparse())));
        return indexes;
    }

    private static IndexModel unique(String... fields) {
        return new IndexModel(Indexes.ascending(fields), new IndexOptions().unique(true));
    }

    private static IndexOptions sparse() {
        return new IndexOptions().sparse(true);
    }

    /**
     * Makes what is missing, and gives a new store its identity.
     *
     * @throws MongoStartException if the store was written by a newer version
     */
    static StoreIdentity migrate(MongoDatabase database, String place) {
        Document store = identify(database.getCollection(STORE));
        refuseNewer(store, place);
        // However long it takes: what the driver broke off after its time would begin anew at the next start.
        MongoDatabase patient = database.withTimeout(0, TimeUnit.MILLISECONDS);
        for (int schema = store.getInteger(SCHEMA); schema < SchemaSteps.LATEST; schema++) {
            LOG.info("MongoDB {}: schema {} becomes {}, which may take a while", place, schema, schema + 1);
            SchemaSteps.take(patient, schema);
        }
        Set<String> made = new TreeSet<>();
        for (Map.Entry<String, List<IndexModel>> entry : INDEXES.entrySet()) {
            MongoCollection<Document> collection = patient.getCollection(entry.getKey());
            Set<String> before = names(collection);
            collection.createIndexes(entry.getValue()).stream()
                    .filter(name -> !before.contains(name))
                    .map(name -> entry.getKey() + "." + name)
                    .forEach(made::add);
        }
        // Last: whatever cut this off, the next start does all of it again.
        database.getCollection(STORE).updateOne(Filters.eq(STORE), Updates.max(SCHEMA, SchemaSteps.LATEST));
        LOG.info(
                "MongoDB {}: schema {}, indexes made now: {}",
                place,
                SchemaSteps.LATEST,
                made.isEmpty() ? "none" : made);
        return identity(store);
    }

    /**
     * Looks whether the collections have the form this version knows, and changes nothing.
     *
     * @throws MongoStartException if there is no store, or it was written by a newer version, or by an older one and not
     *     opened since
     */
    static StoreIdentity requireCurrent(MongoDatabase database, String place) {
        Document store = database.getCollection(STORE).find(Filters.eq(STORE)).first();
        if (store == null) {
            throw new MongoStartException(
                    "There is no store in " + place + "; name the database that holds it in SPRING_MONGODB_URI.", null);
        }
        refuseNewer(store, place);
        if (store.getInteger(SCHEMA) < SchemaSteps.LATEST) {
            throw new MongoStartException(
                    "The data in " + place
                            + " was written by an older Chatty; start this version once, which brings it up to date.",
                    null);
        }
        return identity(store);
    }

    private static void refuseNewer(Document store, String place) {
        if (store.getInteger(SCHEMA) > SchemaSteps.LATEST) {
            throw new MongoStartException(
                    "The data in " + place + " was written by a newer Chatty; start that version, or name another"
                            + " database in SPRING_MONGODB_URI.",
                    null);
        }
    }

    private static StoreIdentity identity(Document store) {
        return new StoreIdentity(
                store.getString("epoch"), store.get("cursorKey", Binary.class).getData());
    }

    /** Gives the store another epoch. */
    static UpdateResult renewEpoch(MongoDatabase database) {
        return database.getCollection(STORE).updateOne(Filters.eq(STORE), Updates.set("epoch", newEpoch()));
    }

    private static Set<String> names(MongoCollection<Document> collection) {
        return collection.listIndexes().map(index -> index.getString("name")).into(new HashSet<>());
    }

    private static Document identify(MongoCollection<Document> stores) {
        try {
            return findOrMake(stores);
        } catch (MongoCommandException | MongoWriteException madeByAnotherNode) {
            if (madeByAnotherNode.getCode() != DUPLICATE_KEY) {
                throw madeByAnotherNode;
            }
            return findOrMake(stores);
        }
    }

    private static Document findOrMake(MongoCollection<Document> stores) {
        return stores.findOneAndUpdate(
                Filters.eq(STORE),
                Updates.combine(
                        Updates.setOnInsert(SCHEMA, SchemaSteps.LATEST),
                        Updates.setOnInsert("epoch", newEpoch()),
                        Updates.setOnInsert("cursorKey", new Binary(random(CURSOR_KEY_BYTES)))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    }

    private static String newEpoch() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(EPOCH_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
