package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import io.chatty.adapter.mongo.BoundedCache;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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
        Optional<Participants> found = candidate(conversation, viewer).map(Candidate::participants);
        found.ifPresent(participants -> existing.put(key, participants));
        return found;
    }

    private Optional<Candidate> candidate(ConversationId conversation, UserId viewer) {
        Document head = heads.find(and(eq(conversation.value()), eq(HeadDocuments.MEMBERS, viewer.value())))
                .first();
        if (head != null) {
            return Optional.of(Candidate.started(head));
        }
        Document member =
                members.find(eq(MemberDocuments.id(conversation, viewer))).first();
        return Optional.ofNullable(member).flatMap(Candidate::opened);
    }

    Optional<ConversationEntry> find(UserId viewer, ConversationId conversation) {
        return candidate(conversation, viewer)
                .map(candidate -> entries(viewer, List.of(candidate)).get(0));
    }

    Marks storedMarks(ConversationId conversation, UserId user) {
        return MemberDocuments.marks(
                members.find(eq(MemberDocuments.id(conversation, user))).first());
    }

    /** The entries of conversations that exist for the viewer, in their order. */
    List<ConversationEntry> entries(UserId viewer, List<Candidate> candidates) {
        // Taken before the documents: a mark that is not here any more is in its document by then.
        Map<GatheredMarks.Key, Marks> newest = gathered.snapshot();
        Map<Object, Document> memberships = memberships(candidates);
        List<Draft> drafts = store.inParallel(candidates, candidate -> draft(viewer, candidate, memberships, newest));
        Map<Object, Document> lastRead = byId(
                messages.byIds(drafts.stream().map(Draft::lastReadId).distinct().toList()));
        return drafts.stream()
                .map(draft -> draft.entry(lastRead.get(draft.lastReadId())))
                .toList();
    }

    private Map<Object, Document> memberships(List<Candidate> candidates) {
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

    private Draft draft(
            UserId viewer,
            Candidate candidate,
            Map<Object, Document> memberships,
            Map<GatheredMarks.Key, Marks> newest) {
        long rev = messages.highestRev(candidate.id());
        return new Draft(
                candidate,
                viewer,
                rev,
                messages.last(candidate.id()),
                memberships.get(MemberDocuments.id(candidate.id(), viewer)),
                marks(candidate, viewer, memberships, newest),
                marks(candidate, candidate.participants().peerOf(viewer), memberships, newest));
    }

    private static Marks marks(
            Candidate candidate,
            UserId person,
            Map<Object, Document> memberships,
            Map<GatheredMarks.Key, Marks> newest) {
        return MemberDocuments.marks(memberships.get(MemberDocuments.id(candidate.id(), person)))
                .merge(newest.getOrDefault(new GatheredMarks.Key(candidate.id(), person), Marks.NONE));
    }

    /**
     * A conversation that exists for a viewer, before its messages are looked at.
     *
     * @param since when it began: its first message, or when the viewer opened it
     */
    record Candidate(ConversationId id, Participants participants, Instant since) {

        static Candidate started(Document head) {
            return new Candidate(
                    new ConversationId(head.getString("_id")),
                    HeadDocuments.participants(head),
                    HeadDocuments.startedAt(head));
        }

        /** Empty if the document holds marks only. */
        static Optional<Candidate> opened(Document member) {
            Participants participants = MemberDocuments.participants(member);
            Instant openedAt = MemberDocuments.openedAt(member);
            return participants == null || openedAt == null
                    ? Optional.empty()
                    : Optional.of(new Candidate(MemberDocuments.conversation(member), participants, openedAt));
        }
    }

    /** An entry before its unread messages are counted. */
    private record Draft(
            Candidate candidate,
            UserId viewer,
            long rev,
            @Nullable Document last,
            @Nullable Document membership,
            Marks ownMarks,
            Marks peerMarks) {

        Document lastReadId() {
            return MessageDocuments.id(candidate.id(), ownMarks.readSeq());
        }

        /** @param lastRead the message at the viewer's read mark, or null if nothing was read */
        ConversationEntry entry(@Nullable Document lastRead) {
            return new ConversationEntry(
                    candidate.participants(),
                    viewer,
                    createdAt(),
                    last == null ? Head.EMPTY : new Head(MessageDocuments.seq(last), rev),
                    last == null ? null : MessageDocuments.read(last),
                    ownMarks,
                    peerMarks,
                    (int) Math.min(writtenByPeer(last) - writtenByPeer(lastRead), ConversationEntry.MAX_UNREAD));
        }

        private Instant createdAt() {
            Instant openedAt = membership == null ? null : MemberDocuments.openedAt(membership);
            return openedAt != null && openedAt.isBefore(candidate.since()) ? openedAt : candidate.since();
        }

        private long writtenByPeer(@Nullable Document message) {
            return message == null
                    ? 0
                    : MessageDocuments.writtenBy(candidate.participants().peerOf(viewer), message);
        }
    }
}
