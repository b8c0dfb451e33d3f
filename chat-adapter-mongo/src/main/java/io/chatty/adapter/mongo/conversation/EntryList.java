package io.chatty.adapter.mongo.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
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
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A person's list, exact although heads lag behind their messages: heads are read from the beginning of the page down to
 * {@link HeadWriter#LAG} below its end, and ordered by the times of the last messages themselves.
 */
@Component
final class EntryList {

    /** How far the clocks of nodes may be apart, with which a head may be ahead of its last message. */
    private static final Duration CLOCKS = Duration.ofSeconds(60);

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
        Bson started = archived ? archivedOnce(viewer) : eq(HeadDocuments.MEMBERS, viewer.value());
        List<ConversationEntry> page = new ArrayList<>(empty(viewer, archived, after, limit));
        Instant from = after == null
                ? Instant.ofEpochMilli(Long.MAX_VALUE)
                : after.at().plus(CLOCKS);
        Set<String> read = new HashSet<>();
        while (true) {
            List<Document> chunk = heads(started, from, limit + read.size());
            List<Document> fresh = chunk.stream()
                    .filter(head -> read.add(head.getString("_id")))
                    .toList();
            entries.entries(viewer, fresh.stream().map(Candidate::started).toList()).stream()
                    .filter(entry -> entry.archived() == archived && isAfter(entry, after))
                    .forEach(page::add);
            page.sort(NEWEST_FIRST);
            if (fresh.isEmpty() || isComplete(page, limit, HeadDocuments.activeAt(chunk.get(chunk.size() - 1)))) {
                return List.copyOf(page.subList(0, Math.min(limit, page.size())));
            }
            from = HeadDocuments.activeAt(chunk.get(chunk.size() - 1));
        }
    }

    /** Whether no head below one can have a message that belongs on the page. */
    private static boolean isComplete(List<ConversationEntry> page, int limit, Instant lowestActiveAt) {
        return page.size() >= limit && page.get(limit - 1).position().at().isAfter(lowestActiveAt.plus(HeadWriter.LAG));
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

    private List<Document> heads(Bson which, Instant from, int limit) {
        return heads.find(and(which, lte(HeadDocuments.ACTIVE_AT, Date.from(from))))
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

    /** Those that have a head: opened at the instant of their first message, they may still look empty. */
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
