package io.chatty.adapter.sqlite.conversation;

import static java.util.Objects.requireNonNull;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.WriteBehind;
import io.chatty.adapter.sqlite.WriteConnection;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkRepository.Movement;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The marks that moved and are not written yet. Marks only grow, so a row that is read after a look in here is right once
 * it is merged with what was found.
 */
@Component
final class GatheredMarks {

    private static final String UPDATE_MARKS = """
            UPDATE member SET read_seq = ?, read_at = ?, delivered_seq = ?, delivered_at = ?, touched_at = ?
            WHERE conversation = ? AND user = (SELECT key FROM users WHERE id = ?)
            """;

    private static final String SELECT_KEY = "SELECT key FROM conversation WHERE id = ?";

    private final Touches touches;
    private final WriteBehind<Key, Moved> moved;

    GatheredMarks(SqliteStore store, Touches touches) {
        this.touches = touches;
        this.moved = store.writeBehind(this::write);
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
     * @param stored reads the row, asked only if nothing is gathered; empty if the conversation does not exist for the
     *     person, whose marks then do not move
     * @param move makes the marks after from the marks before
     * @param shownAt when the peer is shown something of a movement; null if never
     */
    Movement move(
            Key key,
            Supplier<Optional<Marks>> stored,
            UnaryOperator<Marks> move,
            Function<Movement, @Nullable Instant> shownAt) {
        AtomicReference<Movement> movement = new AtomicReference<>(new Movement(Marks.NONE, Marks.NONE));
        moved.gathered().compute(key, (sameKey, gathered) -> {
            Optional<Marks> before = gathered != null ? Optional.of(gathered.marks()) : stored.get();
            if (before.isEmpty()) {
                return null;
            }
            Movement made = new Movement(before.get(), move.apply(before.get()));
            movement.set(made);
            if (!made.moved()) {
                return gathered;
            }
            Instant shown = shownAt.apply(made);
            return new Moved(made.after(), shown == null && gathered != null ? gathered.shownAt() : shown);
        });
        return requireNonNull(movement.get());
    }

    /** What was not written at one moment. */
    record Snapshot(Map<Key, Moved> moved) {

        /** The marks of a row that was read after this moment. */
        Marks merge(ConversationId conversation, UserId user, Marks stored) {
            Moved newest = moved.get(new Key(conversation, user));
            return newest == null ? stored : stored.merge(newest.marks());
        }
    }

    private void write(WriteConnection connection, Key key, Moved moved) throws SQLException {
        Marks marks = moved.marks();
        Long readAt = MarksRow.millis(marks.readAt());
        Long deliveredAt = MarksRow.millis(marks.deliveredAt());
        Instant at = Instant.ofEpochMilli(Math.max(readAt == null ? 0 : readAt, deliveredAt == null ? 0 : deliveredAt));
        long conversation = connection
                .find(
                        SELECT_KEY,
                        (row, number) -> row.getLong(1),
                        key.conversation().value())
                .orElseThrow();
        connection.update(
                UPDATE_MARKS,
                marks.readSeq(),
                readAt,
                marks.deliveredSeq(),
                deliveredAt,
                touches.stamp(at),
                conversation,
                key.user().value());
        if (moved.shownAt() != null) {
            touches.peer(connection, conversation, key.user(), moved.shownAt());
        }
    }

    /**
     * Marks that moved.
     *
     * @param shownAt when they last moved in a way that the peer is shown; null if they did not
     */
    record Moved(Marks marks, @Nullable Instant shownAt) {}

    /** Whose marks. */
    record Key(ConversationId conversation, UserId user) {}
}
