package io.chatty.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What brings documents from one schema to the next. Each step finds what it has not done yet by itself, so that it can be
 * cut off anywhere and begun again, and several nodes may take it at once. The names in a step are those of its time.
 */
final class SchemaSteps {

    /** From schema 1 to 2, which only brought blocks; from 2 to 3; and so on. */
    private static final List<Consumer<MongoDatabase>> STEPS =
            List.of(database -> {}, SchemaSteps::joinMarksWithTheirTimes);

    /** The schema after the last step. */
    static final int LATEST = STEPS.size() + 1;

    private static final int BATCH = 1_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private SchemaSteps() {}

    /** Takes the step from a schema to the one after it, however long it takes. */
    static void take(MongoDatabase database, int from) {
        STEPS.get(from - 1).accept(database);
    }

    /**
     * A mark and its time become one value, of which the greater one wins. Of a conversation the time of the first message
     * was kept beside the message itself, and its list had an index in the other direction.
     */
    private static void joinMarksWithTheirTimes(MongoDatabase database) {
        MongoCollection<Document> members = database.getCollection("members");
        Bson apart = Filters.or(Filters.exists("readSeq"), Filters.exists("deliveredSeq"));
        List<UpdateOneModel<Document>> batch = new ArrayList<>(BATCH);
        for (Document member : members.find(apart)
                .projection(Projections.include("readSeq", "readAt", "deliveredSeq", "deliveredAt"))
                .batchSize(BATCH)) {
            batch.add(new UpdateOneModel<>(
                    Filters.eq(member.get("_id")),
                    Updates.combine(
                            Updates.max("read", mark(member, "readSeq", "readAt")),
                            Updates.max("delivered", mark(member, "deliveredSeq", "deliveredAt")),
                            Updates.unset("readSeq"),
                            Updates.unset("readAt"),
                            Updates.unset("deliveredSeq"),
                            Updates.unset("deliveredAt"))));
            if (batch.size() == BATCH) {
                members.bulkWrite(batch, UNORDERED);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            members.bulkWrite(batch, UNORDERED);
        }
        MongoCollection<Document> conversations = database.getCollection("conversations");
        conversations.updateMany(Filters.exists("startedAt"), Updates.unset("startedAt"));
        for (Document index : conversations.listIndexes().into(new ArrayList<>())) {
            if (index.getString("name").equals("members_1_activeAt_-1")) {
                conversations.dropIndex("members_1_activeAt_-1");
            }
        }
    }

    private static Document mark(Document member, String seq, String at) {
        Long number = member.getLong(seq);
        return new Document("seq", number == null ? 0L : number).append("at", member.getDate(at));
    }
}
