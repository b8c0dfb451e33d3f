package io.chatty.adapter.mongo.conversation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.chatty.adapter.mongo.BoundedCache;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Moves conversations in the lists of their people: before a message is acknowledged, its conversation is known to have
 * been active at most {@link #LAG} before it. In a lively conversation that is one update in that time; the update of a
 * head costs the database twice what the message costs. Belongs to the writer's thread.
 */
@Component
final class HeadWriter {

    /** How far a head may lie behind the last message. */
    static final Duration LAG = Duration.ofSeconds(30);

    private static final int REMEMBERED_HEADS = 20_000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final BoundedCache<ConversationId, Instant> written = new BoundedCache<>(REMEMBERED_HEADS);

    HeadWriter(MongoStore store) {
        this.heads = store.collection(HeadDocuments.COLLECTION);
        this.members = store.collection(MemberDocuments.COLLECTION);
    }

    /** Makes the heads of stored messages follow where they lag too far. Can be repeated. */
    void follow(List<PendingAppend> settled) {
        List<PendingAppend> lagging = settled.stream().filter(this::lags).toList();
        if (lagging.isEmpty()) {
            return;
        }
        heads.bulkWrite(lagging.stream().map(HeadWriter::move).toList(), UNORDERED);
        // After the head, since an opened conversation must not be missing from a list in between; and not for first
        // messages only, since a crash may have come between one and this.
        List<UpdateManyModel<Document>> started = lagging.stream()
                .filter(append -> written.get(append.conversation()) == null)
                .map(HeadWriter::start)
                .toList();
        if (!started.isEmpty()) {
            members.bulkWrite(started, UNORDERED);
        }
        lagging.forEach(
                append -> written.put(append.conversation(), append.storedAt().orElseThrow()));
    }

    private boolean lags(PendingAppend append) {
        Instant known = written.get(append.conversation());
        return append.storedAt()
                .filter(sentAt -> known == null || known.plus(LAG).isBefore(sentAt))
                .isPresent();
    }

    private static UpdateOneModel<Document> move(PendingAppend append) {
        return new UpdateOneModel<>(
                Filters.eq(append.conversation().value()),
                Updates.combine(
                        Updates.max(
                                HeadDocuments.ACTIVE_AT,
                                Date.from(append.storedAt().orElseThrow())),
                        Updates.setOnInsert(HeadDocuments.birth(append.participants()))),
                UPSERT);
    }

    private static UpdateManyModel<Document> start(PendingAppend append) {
        return new UpdateManyModel<>(
                Filters.in("_id", MemberDocuments.ids(append.conversation(), append.participants())),
                Updates.unset(MemberDocuments.EMPTY));
    }
}
