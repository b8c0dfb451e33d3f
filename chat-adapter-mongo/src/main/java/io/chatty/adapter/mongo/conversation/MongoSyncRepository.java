package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Footprint;
import io.chatty.domain.conversation.SyncPlace;
import io.chatty.domain.conversation.SyncRepository;
import io.chatty.domain.user.UserId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The times {@code activeAt} of {@code conversations} and {@code touchedAt} of {@code members}, each by its index. */
@Component
final class MongoSyncRepository implements SyncRepository {

    private final MongoStore store;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final EntryReader entries;
    private final Touches touches;

    MongoSyncRepository(MongoStore store, EntryReader entries, Touches touches) {
        this.store = store;
        this.heads = store.collection(HeadDocuments.COLLECTION);
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.entries = entries;
        this.touches = touches;
    }

    @Override
    public List<Footprint> recent(UserId user) {
        return store.call(() -> {
            Date since = Date.from(touches.newest(user).minus(OVERLAP));
            Set<ConversationId> recent = new HashSet<>();
            heads.find(and(eq(HeadDocuments.MEMBERS, user.value()), gte(HeadDocuments.ACTIVE_AT, since)))
                    .projection(include("_id"))
                    .map(HeadDocuments::conversation)
                    .into(recent);
            members.find(and(eq(MemberDocuments.ID_USER, user.value()), gte(MemberDocuments.TOUCHED_AT, since)))
                    .projection(include("_id"))
                    .map(MemberDocuments::conversation)
                    .into(recent);
            return recent.isEmpty() ? List.of() : footprints(user, recent);
        });
    }

    private List<Footprint> footprints(UserId user, Set<ConversationId> conversations) {
        return entries.drafts(user, entries.candidates(user, conversations)).stream()
                .map(draft -> new Footprint(
                        draft.candidate().id(),
                        draft.happenedAt(),
                        draft.rev(),
                        draft.ownMarks(),
                        draft.storedPeerMarks(),
                        MemberDocuments.settings(draft.membership()).version()))
                .toList();
    }

    /** Each of the two times is walked in its order and no further than the limit, so a step costs the same anywhere. */
    @Override
    public List<SyncPlace> happened(UserId user, SyncPlace after, int limit) {
        return store.call(() -> {
            List<SyncPlace> active = heads.find(
                            and(eq(HeadDocuments.MEMBERS, user.value()), after(HeadDocuments.ACTIVE_AT, "_id", after)))
                    .sort(ascending(HeadDocuments.ACTIVE_AT, "_id"))
                    .projection(include(HeadDocuments.ACTIVE_AT))
                    .limit(limit)
                    .map(head -> new SyncPlace(HeadDocuments.activeAt(head), HeadDocuments.conversation(head)))
                    .into(new ArrayList<>());
            List<SyncPlace> touched = members.find(and(
                            eq(MemberDocuments.ID_USER, user.value()),
                            after(MemberDocuments.TOUCHED_AT, MemberDocuments.ID_CONVERSATION, after)))
                    .sort(ascending(MemberDocuments.TOUCHED_AT, MemberDocuments.ID_CONVERSATION))
                    .projection(include(MemberDocuments.TOUCHED_AT))
                    .limit(limit)
                    .map(member ->
                            new SyncPlace(MemberDocuments.touchedAt(member), MemberDocuments.conversation(member)))
                    .into(new ArrayList<>());
            return Stream.concat(active.stream(), touched.stream())
                    .distinct()
                    .sorted()
                    .limit(limit)
                    .toList();
        });
    }

    /** Begins at a time in the index, and leaves out what is not after the place there. */
    private static Bson after(String time, String conversation, SyncPlace place) {
        Date at = Date.from(place.at());
        return and(
                gte(time, at),
                or(gt(time, at), gt(conversation, place.conversation().value())));
    }
}
