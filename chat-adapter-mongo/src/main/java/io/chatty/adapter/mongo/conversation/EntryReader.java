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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
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
        return candidates(viewer, List.of(conversation)).stream()
                .map(Candidate::participants)
                .findFirst();
    }

    /** The entries of those of the conversations that exist for the viewer, in no order. */
    List<ConversationEntry> findAll(UserId viewer, Collection<ConversationId> conversations) {
        return entries(viewer, candidates(viewer, conversations));
    }

    /** Those of the conversations that exist for the viewer, in no order. */
    List<Candidate> candidates(UserId viewer, Collection<ConversationId> conversations) {
        List<Candidate> candidates = new ArrayList<>();
        Map<String, ConversationId> unknown = new HashMap<>();
        for (ConversationId conversation : conversations) {
            Participants remembered = existing.get(new GatheredMarks.Key(conversation, viewer));
            if (remembered == null) {
                unknown.put(conversation.value(), conversation);
            } else {
                candidates.add(new Candidate(conversation, remembered));
            }
        }
        for (Candidate found : read(viewer, unknown)) {
            existing.put(new GatheredMarks.Key(found.id(), viewer), found.participants());
            candidates.add(found);
        }
        return candidates;
    }

    /** @param wanted by id; those that have a head are taken out */
    private List<Candidate> read(UserId viewer, Map<String, ConversationId> wanted) {
        List<Candidate> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        heads.find(and(in("_id", List.copyOf(wanted.keySet())), eq(HeadDocuments.MEMBERS, viewer.value())))
                .map(Candidate::started)
                .into(found);
        found.forEach(started -> wanted.remove(started.id().value()));
        if (!wanted.isEmpty()) {
            List<Document> ids = wanted.values().stream()
                    .map(conversation -> MemberDocuments.id(conversation, viewer))
                    .toList();
            members.find(in("_id", ids))
                    .forEach(member -> Candidate.opened(member).ifPresent(found::add));
        }
        return found;
    }

    Marks storedMarks(ConversationId conversation, UserId user) {
        return MemberDocuments.marks(
                members.find(eq(MemberDocuments.id(conversation, user))).first());
    }

    /** The entries of conversations that exist for the viewer, in their order. */
    List<ConversationEntry> entries(UserId viewer, List<Candidate> candidates) {
        List<EntryDraft> drafts = drafts(viewer, candidates);
        List<UnreadSpan> spans =
                drafts.stream().flatMap(draft -> draft.unreadSpan().stream()).toList();
        Map<Object, Document> bounds = byId(messages.bounds(Stream.concat(
                        drafts.stream().map(EntryDraft::firstId),
                        spans.stream()
                                .flatMap(span ->
                                        Stream.of(span.afterId(), span.near().afterId())))
                .distinct()
                .toList()));
        Map<ConversationId, Long> unread = unread(spans, bounds);
        return drafts.stream()
                .map(draft -> draft.entry(
                        bounds.get(draft.firstId()),
                        unread.getOrDefault(draft.candidate().id(), 0L)))
                .toList();
    }

    /**
     * How many messages are unread, exactly up to {@link ConversationEntry#MAX_UNREAD}, for which the newest are mostly enough:
     * however many tombstones a long span has, they are seldom counted.
     */
    private Map<ConversationId, Long> unread(List<UnreadSpan> spans, Map<Object, Document> bounds) {
        Map<ConversationId, Long> counts =
                count(spans.stream().map(UnreadSpan::near).toList(), bounds);
        counts.putAll(count(
                spans.stream()
                        .filter(span -> !span.isNear())
                        .filter(span -> counts.getOrDefault(span.conversation(), 0L) < ConversationEntry.MAX_UNREAD)
                        .toList(),
                bounds));
        return counts;
    }

    private Map<ConversationId, Long> count(List<UnreadSpan> spans, Map<Object, Document> bounds) {
        List<UnreadSpan> written =
                spans.stream().filter(span -> span.written(bounds) > 0).toList();
        Map<ConversationId, Long> deleted = messages.tombstones(written);
        Map<ConversationId, Long> counts = new HashMap<>();
        written.forEach(span ->
                counts.put(span.conversation(), span.written(bounds) - deleted.getOrDefault(span.conversation(), 0L)));
        return counts;
    }

    /** What is read of conversations before their messages are, in their order. */
    List<EntryDraft> drafts(UserId viewer, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        // Taken before the documents: a mark that is not here any more is in its document by then. Marks are read
        // before messages, so that none is above the last message.
        GatheredMarks.Snapshot newest = gathered.snapshot();
        Map<Object, Document> memberships = byId(memberships(candidates));
        Map<Object, Document> tails = byId(tails(candidates));
        return candidates.stream()
                .map(candidate -> {
                    UserId peer = candidate.participants().peerOf(viewer);
                    Document own = memberships.get(MemberDocuments.id(candidate.id(), viewer));
                    Document peers = memberships.get(MemberDocuments.id(candidate.id(), peer));
                    return new EntryDraft(
                            candidate,
                            viewer,
                            tails.get(candidate.id().value()),
                            own,
                            newest.merge(candidate.id(), viewer, own),
                            newest.merge(candidate.id(), peer, peers),
                            MemberDocuments.keptMarks(peers));
                })
                .toList();
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
}
