package io.chatty.adapter.mongo.conversation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.chatty.adapter.mongo.BoundedCache;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    void follow(List<PendingAppend> stored, List<Message> messages) {
        List<WriteModel<Document>> moves = new ArrayList<>();
        List<WriteModel<Document>> firsts = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Message message = messages.get(i);
            if (lags(message)) {
                moves.add(new UpdateOneModel<>(
                        Filters.eq(message.conversationId().value()),
                        Updates.combine(
                                Updates.max(HeadDocuments.ACTIVE_AT, Date.from(message.sentAt())),
                                Updates.setOnInsert(
                                        HeadDocuments.birth(stored.get(i).participants(), message.sentAt()))),
                        UPSERT));
            }
            if (message.seq() == 1) {
                firsts.add(new UpdateManyModel<>(
                        Filters.in(
                                "_id",
                                MemberDocuments.ids(
                                        message.conversationId(), stored.get(i).participants())),
                        Updates.unset(MemberDocuments.EMPTY)));
            }
        }
        if (!firsts.isEmpty()) {
            members.bulkWrite(firsts, UNORDERED);
        }
        if (!moves.isEmpty()) {
            heads.bulkWrite(moves, UNORDERED);
            messages.forEach(this::remember);
        }
    }

    private boolean lags(Message message) {
        Instant known = written.get(message.conversationId());
        return known == null || known.plus(LAG).isBefore(message.sentAt());
    }

    private void remember(Message message) {
        if (lags(message)) {
            written.put(message.conversationId(), message.sentAt());
        }
    }
}
