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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The marks that moved on this node and are not written yet. Marks only grow, here and in the database, so a document that
 * is read after a look in here is right once it is merged with what was found.
 */
@Component
final class GatheredMarks {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Touches touches;
    private final WriteBehind<Key, Moved> moved;

    GatheredMarks(MongoStore store, Touches touches) {
        this.touches = touches;
        this.moved = store.writeBehind(MemberDocuments.COLLECTION, this::write);
    }

    /** What is not written yet of a person's marks; {@link Marks#NONE} if nothing is. */
    Marks of(ConversationId conversation, UserId user) {
        Moved gathered = moved.gathered().get(new Key(conversation, user));
        return gathered == null ? Marks.NONE : gathered.marks();
    }

    /** All that is not written yet. */
    Snapshot snapshot() {
        return new Snapshot(Map.copyOf(moved.gathered()));
    }

    /**
     * Moves marks, one move of a person after the other.
     *
     * @param peer the other one of the conversation
     * @param stored reads the document, asked only if nothing is gathered
     * @param move makes the marks after from the marks before
     * @param shownAt when the peer is shown something of a movement; null if never
     */
    Movement move(
            Key key,
            UserId peer,
            Supplier<Marks> stored,
            UnaryOperator<Marks> move,
            Function<Movement, @Nullable Instant> shownAt) {
        AtomicReference<Movement> movement = new AtomicReference<>();
        moved.gathered().compute(key, (sameKey, gathered) -> {
            Marks before = gathered != null ? gathered.marks() : stored.get();
            Movement made = new Movement(before, move.apply(before));
            movement.set(made);
            if (!made.moved()) {
                return gathered;
            }
            Instant shown = shownAt.apply(made);
            return new Moved(made.after(), peer, shown == null && gathered != null ? gathered.shownAt() : shown);
        });
        return requireNonNull(movement.get());
    }

    /** The peer is touched only by what the peer is shown. */
    private void write(Key key, Moved moved, List<WriteModel<Document>> writes) {
        Marks marks = moved.marks();
        Instant at = latest(marks.readAt(), marks.deliveredAt());
        writes.add(new UpdateOneModel<>(
                Filters.eq(MemberDocuments.id(key.conversation(), key.user())),
                Updates.combine(
                        Updates.max(MemberDocuments.READ, MemberDocuments.mark(marks.readSeq(), marks.readAt())),
                        Updates.max(
                                MemberDocuments.DELIVERED,
                                MemberDocuments.mark(marks.deliveredSeq(), marks.deliveredAt())),
                        Touches.touch(touches.stamp(key.user(), at))),
                UPSERT));
        if (moved.shownAt() != null) {
            Instant found = touches.stamp(moved.peer(), moved.shownAt());
            writes.add(Touches.write(key.conversation(), moved.peer(), found));
        }
    }

    private static Instant latest(@Nullable Instant one, @Nullable Instant other) {
        Instant first = one == null ? Instant.EPOCH : one;
        return other == null || first.isAfter(other) ? first : other;
    }

    /** What was not written at one moment. */
    record Snapshot(Map<Key, Moved> moved) {

        /** The marks of a document that was read after this moment. */
        Marks merge(ConversationId conversation, UserId user, @Nullable Document member) {
            Marks stored = MemberDocuments.marks(member);
            Moved newest = moved.get(new Key(conversation, user));
            return newest == null ? stored : stored.merge(newest.marks());
        }
    }

    /**
     * Marks that moved.
     *
     * @param peer who may see them too
     * @param shownAt when they last moved in a way that the peer is shown; null if they did not
     */
    record Moved(Marks marks, UserId peer, @Nullable Instant shownAt) {}

    /** Whose marks. */
    record Key(ConversationId conversation, UserId user) {}
}
