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
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
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
    private final Touches touches;
    private final BoundedCache<ConversationId, Instant> written = new BoundedCache<>(REMEMBERED_HEADS);

    HeadWriter(MongoStore store, Touches touches) {
        this.heads = store.collection(HeadDocuments.COLLECTION);
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.touches = touches;
    }

    /** Makes the heads of stored messages follow where they lag too far. Can be repeated. */
    void follow(List<PendingAppend> stored, List<Message> messages) {
        List<WriteModel<Document>> moves = new ArrayList<>();
        List<WriteModel<Document>> owners = new ArrayList<>();
        touches.load(stored.stream()
                .flatMap(append -> Stream.of(
                        append.participants().low(), append.participants().high()))
                .toList());
        for (int i = 0; i < stored.size(); i++) {
            Message message = messages.get(i);
            Participants participants = stored.get(i).participants();
            if (lags(message)) {
                moves.add(move(message, participants));
            }
            if (message.seq() == 1) {
                owners.add(new UpdateManyModel<>(
                        Filters.in("_id", MemberDocuments.ids(message.conversationId(), participants)),
                        Updates.unset(MemberDocuments.EMPTY)));
            }
            touchIfLate(message, participants.low(), owners);
            touchIfLate(message, participants.high(), owners);
        }
        if (!owners.isEmpty()) {
            members.bulkWrite(owners, UNORDERED);
        }
        if (!moves.isEmpty()) {
            heads.bulkWrite(moves, UNORDERED);
            messages.forEach(this::remember);
        }
    }

    private static WriteModel<Document> move(Message message, Participants participants) {
        return new UpdateOneModel<>(
                Filters.eq(message.conversationId().value()),
                Updates.combine(
                        Updates.max(HeadDocuments.ACTIVE_AT, Date.from(message.sentAt())),
                        Updates.setOnInsert(HeadDocuments.birth(participants, message.sentAt()))),
                UPSERT);
    }

    /** A message under a clock that went back is found by the other time of its conversation. */
    private void touchIfLate(Message message, UserId user, List<WriteModel<Document>> writes) {
        Instant late = touches.ifLate(user, message.sentAt());
        if (late != null) {
            writes.add(Touches.write(message.conversationId(), user, late));
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
