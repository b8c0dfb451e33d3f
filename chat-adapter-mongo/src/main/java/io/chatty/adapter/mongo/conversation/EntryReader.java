package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import io.chatty.adapter.mongo.BoundedCache;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Reads conversations as one of their people sees them. */
@Component
final class EntryReader {

    private static final int REMEMBERED_PARTICIPANTS = 20_000;

    private final MongoStore store;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final MessageReader messages;
    private final GatheredMarks gathered;

    /** For whom a conversation exists it exists for ever, and its people never change; asked for at every send. */
    private final BoundedCache<GatheredMarks.Key, Participants> existing = new BoundedCache<>(REMEMBERED_PARTICIPANTS);

    EntryReader(MongoStore store, MessageReader messages, GatheredMarks gathered) {
        this.store = store;
        this.heads = store.collection(HeadDocuments.COLLECTION);
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.messages = messages;
        this.gathered = gathered;
    }

    /** The two people of a conversation, if it exists for the viewer: with a message, or because the viewer opened it. */
    Optional<Participants> existsFor(ConversationId conversation, UserId viewer) {
        GatheredMarks.Key key = new GatheredMarks.Key(conversation, viewer);
        Participants remembered = existing.get(key);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Participants> found = candidates(viewer, List.of(conversation)).stream()
                .map(Candidate::participants)
                .findFirst();
        found.ifPresent(participants -> existing.put(key, participants));
        return found;
    }

    /** The entries of those of the conversations that exist for the viewer, in no order. */
    List<ConversationEntry> findAll(UserId viewer, Collection<ConversationId> conversations) {
        return entries(viewer, candidates(viewer, conversations));
    }

    /** Those of the conversations that exist for the viewer, in no order. */
    List<Candidate> candidates(UserId viewer, Collection<ConversationId> conversations) {
        Map<String, ConversationId> missing = new HashMap<>();
        conversations.forEach(conversation -> missing.put(conversation.value(), conversation));
        List<Candidate> candidates = new ArrayList<>();
        heads.find(and(in("_id", List.copyOf(missing.keySet())), eq(HeadDocuments.MEMBERS, viewer.value())))
                .map(Candidate::started)
                .into(candidates);
        candidates.forEach(candidate -> missing.remove(candidate.id().value()));
        if (!missing.isEmpty()) {
            List<Document> ids = missing.values().stream()
                    .map(conversation -> MemberDocuments.id(conversation, viewer))
                    .toList();
            members.find(in("_id", ids))
                    .forEach(member -> Candidate.opened(member).ifPresent(candidates::add));
        }
        return candidates;
    }

    Marks storedMarks(ConversationId conversation, UserId user) {
        return MemberDocuments.marks(
                members.find(eq(MemberDocuments.id(conversation, user))).first());
    }

    /** The entries of conversations that exist for the viewer, in their order. */
    List<ConversationEntry> entries(UserId viewer, List<Candidate> candidates) {
        // Taken before the documents: a mark that is not here any more is in its document by then.
        GatheredMarks.Snapshot newest = gathered.snapshot();
        Map<Object, Document> memberships = memberships(candidates);
        List<EntryDraft> drafts =
                store.inParallel(candidates, candidate -> draft(viewer, candidate, memberships, newest));
        Map<Object, Document> lastRead = byId(messages.byIds(
                drafts.stream().map(EntryDraft::lastReadId).distinct().toList()));
        return store.inParallel(drafts, draft -> draft.entry(lastRead.get(draft.lastReadId()), messages));
    }

    /** What is stored for both people of conversations, by id. */
    Map<Object, Document> memberships(List<Candidate> candidates) {
        List<Document> ids = candidates.stream()
                .flatMap(candidate -> MemberDocuments.ids(candidate.id(), candidate.participants()).stream())
                .toList();
        return byId(members.find(in("_id", ids)).into(new ArrayList<>()));
    }

    private static Map<Object, Document> byId(List<Document> documents) {
        Map<Object, Document> byId = new HashMap<>();
        documents.forEach(document -> byId.put(document.get("_id"), document));
        return byId;
    }

    private EntryDraft draft(
            UserId viewer, Candidate candidate, Map<Object, Document> memberships, GatheredMarks.Snapshot newest) {
        long rev = messages.highestRev(candidate.id());
        UserId peer = candidate.participants().peerOf(viewer);
        Document own = memberships.get(MemberDocuments.id(candidate.id(), viewer));
        return new EntryDraft(
                candidate,
                viewer,
                rev,
                messages.last(candidate.id()),
                own,
                newest.merge(candidate.id(), viewer, own),
                newest.merge(candidate.id(), peer, memberships.get(MemberDocuments.id(candidate.id(), peer))));
    }

    /**
     * A conversation that exists for a viewer, before its messages are looked at.
     *
     * @param since when it began: its first message, or when the viewer opened it
     * @param activeAt a time at or a little before its last message; that of opening while there is none
     */
    record Candidate(ConversationId id, Participants participants, Instant since, Instant activeAt) {

        static Candidate started(Document head) {
            return new Candidate(
                    HeadDocuments.conversation(head),
                    HeadDocuments.participants(head),
                    HeadDocuments.startedAt(head),
                    HeadDocuments.activeAt(head));
        }

        /** Empty if the document holds marks only. */
        static Optional<Candidate> opened(Document member) {
            Participants participants = MemberDocuments.participants(member);
            Instant openedAt = MemberDocuments.openedAt(member);
            return participants == null || openedAt == null
                    ? Optional.empty()
                    : Optional.of(
                            new Candidate(MemberDocuments.conversation(member), participants, openedAt, openedAt));
        }
    }
}
