package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.chatty.adapter.mongo.BoundedCache;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes when something happened to a person, so that whoever asks what happened since finds it. For a person these times
 * never go far back, whatever a clock does: what would lie more than {@link HeadWriter#LAG} below the latest one gets that.
 * Thread-safe.
 */
@Component
final class Touches {

    private static final int REMEMBERED_PEOPLE = 20_000;
    private static final int MOST_WRITES = 1_000;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoStore store;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;

    /** The latest time that is known of each; other nodes may know of a later one, as much later as clocks differ. */
    private final BoundedCache<UserId, Instant> latest = new BoundedCache<>(REMEMBERED_PEOPLE);

    Touches(MongoStore store) {
        this.store = store;
        this.heads = store.collection(HeadDocuments.COLLECTION);
        this.members = store.collection(MemberDocuments.COLLECTION);
    }

    /** The newest time of any of a person's conversations; the epoch's beginning if there is none. */
    Instant newest(UserId user) {
        Document head = heads.find(eq(HeadDocuments.MEMBERS, user.value()))
                .sort(descending(HeadDocuments.ACTIVE_AT))
                .projection(include(HeadDocuments.ACTIVE_AT))
                .first();
        Document member = members.find(eq(MemberDocuments.ID_USER, user.value()))
                .sort(descending(MemberDocuments.TOUCHED_AT))
                .projection(include(MemberDocuments.TOUCHED_AT))
                .first();
        Instant active = head == null ? Instant.EPOCH : HeadDocuments.activeAt(head);
        Instant touched = member == null ? Instant.EPOCH : MemberDocuments.touchedAt(member);
        Instant newest = active.isAfter(touched) ? active : touched;
        remember(user, newest);
        return newest;
    }

    /** The time to write for something that happens to a person now. */
    Instant stamp(UserId user, Instant now) {
        Instant late = ifLate(user, now);
        return late == null ? now : late;
    }

    /** The time at which something that happens to a person now is found; null if it is found at its own. */
    @Nullable
    Instant ifLate(UserId user, Instant now) {
        Instant known = latest.get(user);
        if (known == null) {
            known = newest(user);
        }
        remember(user, now);
        return now.plus(HeadWriter.LAG).isBefore(known) ? known : null;
    }

    /** Reads what is not remembered of people, a few at a time. */
    void load(Collection<UserId> people) {
        store.inParallel(
                people.stream()
                        .distinct()
                        .filter(person -> latest.get(person) == null)
                        .toList(),
                this::newest);
    }

    private synchronized void remember(UserId user, Instant time) {
        Instant known = latest.get(user);
        if (known == null || time.isAfter(known)) {
            latest.put(user, time);
        }
    }

    /** Notes that the messages of changes change, for both people. */
    void both(List<PendingChange> changes) {
        load(changes.stream()
                .flatMap(change -> change.participants().both().stream())
                .toList());
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (PendingChange change : changes) {
            for (UserId user : change.participants().both()) {
                writes.add(write(
                        change.conversation(), user, stamp(user, change.change().at())));
            }
        }
        members.bulkWrite(writes, UNORDERED);
    }

    /** Notes that what is seen of a person changes, for all to whom a conversation with the person shows; tells to whom. */
    Set<UserId> all(UserId person, Instant now) {
        // Before those with a message: what gets its first one meanwhile is among these, or among those.
        Set<UserId> touched = empty(person, now);
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document head : heads.find(eq(HeadDocuments.MEMBERS, person.value()))) {
            for (UserId user : HeadDocuments.participants(head).both()) {
                writes.add(write(HeadDocuments.conversation(head), user, stamp(user, now)));
                touched.add(user);
            }
            writeMany(writes, MOST_WRITES);
        }
        writeMany(writes, 1);
        return touched;
    }

    /** The same for what has no message: each place belongs to the one who has opened it. */
    Set<UserId> empty(UserId person, Instant now) {
        Set<UserId> touched = new HashSet<>();
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document member : members.find(MemberDocuments.emptyOf(person))) {
            UserId user = MemberDocuments.user(member);
            writes.add(new UpdateOneModel<>(eq(member.get("_id")), touch(stamp(user, now))));
            touched.add(user);
            writeMany(writes, MOST_WRITES);
        }
        writeMany(writes, 1);
        return touched;
    }

    private void writeMany(List<WriteModel<Document>> writes, int least) {
        if (writes.size() >= least) {
            members.bulkWrite(writes, UNORDERED);
            writes.clear();
        }
    }

    static UpdateOneModel<Document> write(ConversationId conversation, UserId user, Instant stamp) {
        return new UpdateOneModel<>(eq(MemberDocuments.id(conversation, user)), touch(stamp), UPSERT);
    }

    static Bson touch(Instant stamp) {
        return Updates.max(MemberDocuments.TOUCHED_AT, Date.from(stamp));
    }
}
