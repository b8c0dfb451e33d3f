package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.Objects.requireNonNull;

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
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads conversations as one of their people sees them. */
@Component
final class EntryReader {

    private static final int REMEMBERED_PARTICIPANTS = 20_000;

    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final MessageReader messages;
    private final GatheredMarks gathered;

    /** For whom a conversation exists it exists for ever, and its people never change; asked for at every send. */
    private final BoundedCache<GatheredMarks.Key, Participants> existing = new BoundedCache<>(REMEMBERED_PARTICIPANTS);

    EntryReader(MongoStore store, MessageReader messages, GatheredMarks gathered) {
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
        return existsFor(conversation, viewer)
                .map(participants -> entries(viewer, List.of(new Candidate(conversation, participants)))
                        .get(0));
    }

    Marks storedMarks(ConversationId conversation, UserId user) {
        return MemberDocuments.marks(
                members.find(eq(MemberDocuments.id(conversation, user))).first());
    }

    /** The entries of conversations that exist for the viewer, in their order. */
    List<ConversationEntry> entries(UserId viewer, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        // Taken before the documents: a mark that is not here any more is in its document by then. Marks are read
        // before messages, so that none is above the last message.
        Map<GatheredMarks.Key, Marks> newest = gathered.snapshot();
        Map<Object, Document> memberships = byId(memberships(candidates));
        Map<Object, Document> tails = byId(tails(candidates));
        List<Draft> drafts = candidates.stream()
                .map(candidate -> new Draft(
                        candidate,
                        viewer,
                        tails.get(candidate.id().value()),
                        memberships.get(MemberDocuments.id(candidate.id(), viewer)),
                        marks(candidate, viewer, memberships, newest),
                        marks(candidate, candidate.participants().peerOf(viewer), memberships, newest)))
                .toList();
        Map<Object, Document> bounds = byId(messages.bounds(
                drafts.stream().flatMap(Draft::boundIds).distinct().toList()));
        return drafts.stream().map(draft -> draft.entry(bounds)).toList();
    }

    private List<Document> memberships(List<Candidate> candidates) {
        List<Document> ids = candidates.stream()
                .flatMap(candidate -> MemberDocuments.ids(candidate.id(), candidate.participants()).stream())
                .toList();
        return members.find(in("_id", ids)).into(new ArrayList<>());
    }

    private List<Document> tails(List<Candidate> candidates) {
        List<String> ids =
                candidates.stream().map(candidate -> candidate.id().value()).toList();
        return heads.aggregate(HeadDocuments.tails(ids)).into(new ArrayList<>());
    }

    private static Map<Object, Document> byId(List<Document> documents) {
        Map<Object, Document> byId = new HashMap<>();
        documents.forEach(document -> byId.put(document.get("_id"), document));
        return byId;
    }

    private static Marks marks(
            Candidate candidate,
            UserId person,
            Map<Object, Document> memberships,
            Map<GatheredMarks.Key, Marks> newest) {
        return MemberDocuments.marks(memberships.get(MemberDocuments.id(candidate.id(), person)))
                .merge(newest.getOrDefault(new GatheredMarks.Key(candidate.id(), person), Marks.NONE));
    }

    /** A conversation that exists for a viewer, before its messages are looked at. */
    record Candidate(ConversationId id, Participants participants) {

        static Candidate started(Document head) {
            return new Candidate(HeadDocuments.conversation(head), HeadDocuments.participants(head));
        }

        /** Empty if the document holds marks only. */
        static Optional<Candidate> opened(Document member) {
            Participants participants = MemberDocuments.participants(member);
            return participants == null
                    ? Optional.empty()
                    : Optional.of(new Candidate(MemberDocuments.conversation(member), participants));
        }
    }

    /**
     * An entry before the messages at its bounds are read: the first one, and the one at the viewer's read mark.
     *
     * @param tail null while there is no head
     * @param membership null if nothing is stored of the viewer
     */
    private record Draft(
            Candidate candidate,
            UserId viewer,
            @Nullable Document tail,
            @Nullable Document membership,
            Marks ownMarks,
            Marks peerMarks) {

        Stream<Document> boundIds() {
            return tail == null ? Stream.empty() : Stream.of(firstId(), lastReadId());
        }

        ConversationEntry entry(Map<Object, Document> bounds) {
            Document last = tail == null ? null : HeadDocuments.last(tail);
            return new ConversationEntry(
                    candidate.participants(),
                    viewer,
                    createdAt(bounds.get(firstId())),
                    tail == null || last == null
                            ? Head.EMPTY
                            : new Head(MessageDocuments.seq(last), HeadDocuments.rev(tail)),
                    last == null ? null : MessageDocuments.read(last),
                    ownMarks,
                    peerMarks,
                    unread(last, bounds.get(lastReadId())));
        }

        private Document firstId() {
            return MessageDocuments.id(candidate.id(), 1);
        }

        private Document lastReadId() {
            return MessageDocuments.id(candidate.id(), ownMarks.readSeq());
        }

        private Instant createdAt(@Nullable Document first) {
            Instant openedAt = membership == null ? null : MemberDocuments.openedAt(membership);
            Instant startedAt = first == null ? null : MessageDocuments.sentAt(first);
            boolean openedFirst = openedAt != null && (startedAt == null || openedAt.isBefore(startedAt));
            return requireNonNull(openedFirst ? openedAt : startedAt, "neither opened nor started");
        }

        private int unread(@Nullable Document last, @Nullable Document lastRead) {
            return (int) Math.min(writtenByPeer(last) - writtenByPeer(lastRead), ConversationEntry.MAX_UNREAD);
        }

        private long writtenByPeer(@Nullable Document message) {
            return message == null
                    ? 0
                    : MessageDocuments.writtenBy(candidate.participants().peerOf(viewer), message);
        }
    }
}
