package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.adapter.mongo.conversation.EntryReader.Candidate;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A person's list, exact although heads lag behind their messages or are ahead of them: heads are read from {@link
 * HeadWriter#CLOCKS} above the beginning of the page down to {@link HeadWriter#LAG} below its end, and ordered by the times
 * of the last messages themselves.
 */
@Component
final class EntryList {

    private static final Comparator<ConversationEntry> NEWEST_FIRST = Comparator.comparing(
            ConversationEntry::position,
            Comparator.comparing(ConversationPosition::at)
                    .reversed()
                    .thenComparing(position -> position.id().value()));

    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> members;
    private final EntryReader entries;

    EntryList(MongoStore store, EntryReader entries) {
        this.heads = store.collection(HeadDocuments.COLLECTION);
        this.members = store.collection(MemberDocuments.COLLECTION);
        this.entries = entries;
    }

    List<ConversationEntry> read(
            UserId viewer, ConversationFilter filter, @Nullable ConversationPosition after, int limit) {
        boolean archived = filter == ConversationFilter.ARCHIVED;
        Bson listed = archived ? archivedOnce(viewer) : eq(HeadDocuments.MEMBERS, viewer.value());
        // Read before the heads: what starts in between is then in both, and its head counts.
        Map<ConversationId, ConversationEntry> found = new HashMap<>();
        empty(viewer, archived, after, limit).forEach(entry -> found.put(entry.id(), entry));
        Set<String> read = new HashSet<>();
        Instant from = after == null ? null : after.at().plus(HeadWriter.CLOCKS);
        while (true) {
            List<ConversationEntry> page = page(found, after, limit);
            List<Document> chunk = heads(listed, from, lowest(page, limit), read, limit);
            entries.entries(viewer, chunk.stream().map(Candidate::started).toList()).stream()
                    .filter(entry -> entry.archived() == archived)
                    .forEach(entry -> found.put(entry.id(), entry));
            if (chunk.size() < limit) {
                return page(found, after, limit);
            }
            chunk.forEach(head -> read.add(head.getString("_id")));
            from = HeadDocuments.activeAt(chunk.get(chunk.size() - 1));
        }
    }

    private static List<ConversationEntry> page(
            Map<ConversationId, ConversationEntry> found, @Nullable ConversationPosition after, int limit) {
        return found.values().stream()
                .filter(entry -> isAfter(entry, after))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** Below this no head can have a message that belongs on the page; null while the page is not full. */
    private static @Nullable Instant lowest(List<ConversationEntry> page, int limit) {
        return page.size() < limit ? null : page.get(limit - 1).position().at().minus(HeadWriter.LAG);
    }

    private static boolean isAfter(ConversationEntry entry, @Nullable ConversationPosition after) {
        if (after == null) {
            return true;
        }
        ConversationPosition position = entry.position();
        int time = position.at().compareTo(after.at());
        return time < 0
                || (time == 0 && position.id().value().compareTo(after.id().value()) > 0);
    }

    /** The conversations that the viewer archived, also where the next message has ended it. */
    private Bson archivedOnce(UserId viewer) {
        List<String> ids = members.find(eq(MemberDocuments.ARCHIVED_USER, viewer.value()))
                .projection(include("_id"))
                .map(member -> MemberDocuments.conversation(member).value())
                .into(new ArrayList<>());
        return and(in("_id", ids), eq(HeadDocuments.MEMBERS, viewer.value()));
    }

    /** The next heads below a time that were not read yet, newest first. */
    private List<Document> heads(
            Bson listed, @Nullable Instant from, @Nullable Instant lowest, Set<String> read, int limit) {
        List<Bson> conditions = new ArrayList<>(List.of(listed, nin("_id", read)));
        if (from != null) {
            conditions.add(lte(HeadDocuments.ACTIVE_AT, Date.from(from)));
        }
        if (lowest != null) {
            conditions.add(gte(HeadDocuments.ACTIVE_AT, Date.from(lowest)));
        }
        return heads.find(and(conditions))
                .sort(descending(HeadDocuments.ACTIVE_AT))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** What the viewer opened and nobody has written in yet: being archived has no end there. */
    private List<ConversationEntry> empty(
            UserId viewer, boolean archived, @Nullable ConversationPosition after, int limit) {
        Bson opened = and(eq(MemberDocuments.EMPTY_USER, viewer.value()), exists(MemberDocuments.ARCHIVED, archived));
        Bson older = after == null
                ? opened
                : and(
                        opened,
                        or(
                                lt(MemberDocuments.EMPTY_SINCE, Date.from(after.at())),
                                and(
                                        eq(MemberDocuments.EMPTY_SINCE, Date.from(after.at())),
                                        gt(
                                                MemberDocuments.ID_CONVERSATION,
                                                after.id().value()))));
        List<Candidate> candidates = members
                .find(older)
                .sort(orderBy(descending(MemberDocuments.EMPTY_SINCE), ascending(MemberDocuments.ID_CONVERSATION)))
                .limit(limit)
                .into(new ArrayList<>())
                .stream()
                .flatMap(member -> Candidate.opened(member).stream())
                .toList();
        Set<String> started = started(candidates);
        return entries.entries(
                viewer,
                candidates.stream()
                        .filter(candidate -> !started.contains(candidate.id().value()))
                        .toList());
    }

    /** Those that have a head: opened at the instant of their first message, they look empty until they get the next. */
    private Set<String> started(List<Candidate> candidates) {
        List<String> ids =
                candidates.stream().map(candidate -> candidate.id().value()).toList();
        return ids.isEmpty()
                ? Set.of()
                : heads.find(in("_id", ids))
                        .projection(include("_id"))
                        .map(head -> head.getString("_id"))
                        .into(new HashSet<>());
    }
}
