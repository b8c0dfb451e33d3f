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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
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
        writes.add(new UpdateOneModel<>(
                Filters.eq(MemberDocuments.id(key.conversation(), key.user())),
                Updates.combine(
                        Updates.max(MemberDocuments.READ, MemberDocuments.mark(marks.readSeq(), marks.readAt())),
                        Updates.max(
                                MemberDocuments.DELIVERED,
                                MemberDocuments.mark(marks.deliveredSeq(), marks.deliveredAt()))),
                UPSERT));
    }

    /** Whose marks. */
    record Key(ConversationId conversation, UserId user) {}
}
