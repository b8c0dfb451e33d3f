package io.chatty.adapter.mongo.conversation;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.adapter.mongo.WriteBehind;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkRepository.Movement;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The marks that moved on this node and are not written yet. Marks only grow, here and in the database, so a document that
 * is read after a look in here is right once it is merged with what was found.
 */
@Component
final class GatheredMarks {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final WriteBehind<Key, Marks> moved;

    GatheredMarks(MongoStore store) {
        this.moved = store.writeBehind(MemberDocuments.COLLECTION, GatheredMarks::write);
    }

    /** What is not written yet of a person's marks; {@link Marks#NONE} if nothing is. */
    Marks of(ConversationId conversation, UserId user) {
        return moved.gathered().getOrDefault(new Key(conversation, user), Marks.NONE);
    }

    /** All that is not written yet. */
    Map<Key, Marks> snapshot() {
        return Map.copyOf(moved.gathered());
    }

    /**
     * Moves marks, one move of a person after the other.
     *
     * @param stored reads the document, asked only if nothing is gathered
     * @param move makes the marks after from the marks before
     */
    Movement move(ConversationId conversation, UserId user, Supplier<Marks> stored, UnaryOperator<Marks> move) {
        AtomicReference<Movement> movement = new AtomicReference<>();
        moved.gathered().compute(new Key(conversation, user), (key, gathered) -> {
            Marks before = gathered != null ? gathered : stored.get();
            Marks after = move.apply(before);
            movement.set(new Movement(before, after));
            return after.equals(before) ? gathered : after;
        });
        return requireNonNull(movement.get());
    }

    private static void write(Key key, Marks marks, List<WriteModel<Document>> writes) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.max(MemberDocuments.READ_SEQ, marks.readSeq()));
        updates.add(Updates.max(MemberDocuments.DELIVERED_SEQ, marks.deliveredSeq()));
        max(updates, MemberDocuments.READ_AT, marks.readAt());
        max(updates, MemberDocuments.DELIVERED_AT, marks.deliveredAt());
        writes.add(new UpdateOneModel<>(
                Filters.eq(MemberDocuments.id(key.conversation(), key.user())), Updates.combine(updates), UPSERT));
    }

    private static void max(List<Bson> updates, String field, @Nullable Instant time) {
        if (time != null) {
            updates.add(Updates.max(field, Date.from(time)));
        }
    }

    /** Whose marks. */
    record Key(ConversationId conversation, UserId user) {}
}
