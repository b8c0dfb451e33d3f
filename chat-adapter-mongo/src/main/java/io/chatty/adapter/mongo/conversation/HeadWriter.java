package io.chatty.adapter.mongo.conversation;

import static java.util.Objects.requireNonNull;

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
 * been active at most {@link #LAG} before it and, whatever the clock did, at most {@link #CLOCKS} after it. In a lively
 * conversation that is one update in the first of these times; the update of a head costs the database twice what the
 * message costs. Belongs to the writer's thread.
 */
@Component
final class HeadWriter {

    /** How far a head may lie behind the last message. */
    static final Duration LAG = Duration.ofSeconds(30);

    /** How far a head may be ahead of the last message: as far as the clocks of nodes may be apart. */
    static final Duration CLOCKS = Duration.ofSeconds(60);

    private static final int REMEMBERED_HEADS = 20_000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final Touches touches;
    private final ConversationTails tails;

    /** A time at which each head stands at least, and at most {@link #CLOCKS} above. */
    private final BoundedCache<ConversationId, Instant> written = new BoundedCache<>(REMEMBERED_HEADS);

    HeadWriter(MongoStore store, Touches touches, ConversationTails tails) {
        this.heads = store.collection(HeadDocuments.COLLECTION);
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.touches = touches;
        this.tails = tails;
    }

    /** Makes the heads of stored messages follow where they are too far away. Can be repeated. */
    void follow(List<PendingAppend> settled) {
        List<PendingAppend> stored =
                settled.stream().filter(append -> append.storedAt() != null).toList();
        // Before the heads: the latest time of a person must not go back with a head that does.
        write(members, lateTouches(stored));
        List<PendingAppend> lagging = stored.stream().filter(this::lags).toList();
        List<PendingAppend> overtaken = stored.stream().filter(this::mayBeAhead).toList();
        write(
                heads,
                Stream.concat(
                                lagging.stream().map(HeadWriter::move),
                                overtaken.stream().map(HeadWriter::moveBack))
                        .toList());
        // After the head, since an opened conversation must not be missing from a list in between; and not for first
        // messages only, since a crash may have come between one and this.
        write(
                members,
                lagging.stream()
                        .filter(append -> written.get(append.conversation()) == null)
                        .map(HeadWriter::start)
                        .toList());
        Stream.concat(lagging.stream(), overtaken.stream())
                .filter(this::isLast)
                .forEach(append -> written.put(append.conversation(), sentAt(append)));
    }

    private static void write(MongoCollection<Document> documents, List<? extends WriteModel<Document>> writes) {
        if (!writes.isEmpty()) {
            documents.bulkWrite(writes, UNORDERED);
        }
    }

    /** A message under a clock that went back is found by the other time of its conversation. */
    private List<WriteModel<Document>> lateTouches(List<PendingAppend> stored) {
        touches.load(stored.stream()
                .flatMap(append -> append.participants().both().stream())
                .toList());
        List<WriteModel<Document>> late = new ArrayList<>();
        for (PendingAppend append : stored) {
            append.participants().both().forEach(person -> {
                Instant found = touches.ifLate(person, sentAt(append));
                if (found != null) {
                    late.add(Touches.write(append.conversation(), person, found));
                }
            });
        }
        return late;
    }

    private boolean lags(PendingAppend append) {
        Instant known = written.get(append.conversation());
        return known == null || known.plus(LAG).isBefore(sentAt(append));
    }

    private boolean mayBeAhead(PendingAppend append) {
        Instant known = written.get(append.conversation());
        return (known == null || known.isAfter(sentAt(append))) && isLast(append);
    }

    /** What is repeated may have others after it: it brings no head back, and says nothing of how far one is ahead. */
    private boolean isLast(PendingAppend append) {
        return append.storedSeq() == tails.of(append).head().lastSeq();
    }

    private static Instant sentAt(PendingAppend append) {
        return requireNonNull(append.storedAt());
    }

    private static UpdateOneModel<Document> move(PendingAppend append) {
        return new UpdateOneModel<>(
                Filters.eq(append.conversation().value()),
                Updates.combine(
                        Updates.max(HeadDocuments.ACTIVE_AT, Date.from(sentAt(append))),
                        Updates.setOnInsert(HeadDocuments.birth(append.participants()))),
                UPSERT);
    }

    private static UpdateOneModel<Document> moveBack(PendingAppend append) {
        Instant highest = sentAt(append).plus(CLOCKS);
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq(append.conversation().value()),
                        Filters.gt(HeadDocuments.ACTIVE_AT, Date.from(highest))),
                Updates.set(HeadDocuments.ACTIVE_AT, Date.from(sentAt(append))));
    }

    private static UpdateManyModel<Document> start(PendingAppend append) {
        return new UpdateManyModel<>(
                Filters.in("_id", MemberDocuments.ids(append.conversation(), append.participants())),
                Updates.unset(MemberDocuments.EMPTY));
    }
}
