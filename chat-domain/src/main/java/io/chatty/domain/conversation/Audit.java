package io.chatty.domain.conversation;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one conversation whether all that is promised of it is kept. Holds a bit for each number of a change and
 * nothing else that grows with the conversation. Not thread-safe.
 */
public final class Audit {

    private final StoredConversation conversation;
    private final AuditRepository store;
    private final Consumer<Breach> found;
    private final Set<String> people;
    private final SenderCounts senderCounts = new SenderCounts();
    private final NumberSet revs = new NumberSet();
    private final LongAdder changes = new LongAdder();
    private final LongAdder tombstones = new LongAdder();
    private final LongSummaryStatistics sentAt = new LongSummaryStatistics();
    private final Deque<StoredMessage> lastTwo = new ArrayDeque<>();

    private Audit(StoredConversation conversation, AuditRepository store, Consumer<Breach> found) {
        this.conversation = conversation;
        this.store = store;
        this.found = found;
        this.people = Set.copyOf(new HashSet<>(conversation.people()));
    }

    /**
     * Checks a conversation.
     *
     * @param store which it is from
     * @param found takes each breach
     * @return how many messages it has
     */
    public static long check(
            AuditRepository store,
            StoredConversation conversation,
            Stream<StoredMessage> messages,
            Consumer<Breach> found) {
        Audit audit = new Audit(conversation, store, found);
        audit.lookAtId();
        messages.forEachOrdered(audit::look);
        audit.lookAtRevs();
        audit.lookAtMembers();
        audit.lookAtLists();
        return audit.sentAt.getCount();
    }

    private void lookAtId() {
        List<String> both = conversation.people();
        if (!both.isEmpty() && !conversation.id().equals(idOf(both))) {
            breach(Kind.WRONG_ID, 0);
        }
    }

    /** The id that follows from two people; null if they cannot be two people in their order. */
    private static @Nullable String idOf(List<String> both) {
        try {
            return new Participants(new UserId(both.get(0)), new UserId(both.get(1)))
                    .conversationId()
                    .value();
        } catch (ChatException | IllegalArgumentException noPair) {
            return null;
        }
    }

    private void look(StoredMessage message) {
        long missing = message.seq() - lastSeq() - 1;
        if (missing != 0) {
            breach(Kind.GAP, message.seq());
        }
        lastTwo.add(message);
        if (lastTwo.size() > 2) {
            lastTwo.remove();
        }
        sentAt.accept(message.sentAt().toEpochMilli());
        lookAtRevs(message);
        lookAtSender(message, missing);
        lookAtContent(message);
        lookAtReactions(message);
    }

    private void lookAtRevs(StoredMessage message) {
        for (long rev : message.revs()) {
            if (!revs.add(rev)) {
                breach(Kind.DOUBLED_REV, rev);
            }
        }
        changes.add(message.changes());
        boolean isAnother =
                message.revs().stream().mapToLong(Long::longValue).max().orElse(0) != message.rev();
        // A number for the message itself and for each of those before it, and one for each change.
        boolean isTooLow = message.rev() < message.seq();
        boolean areMoreOrFewer =
                store.keepsAllRevs() && !message.deleted() && message.revs().size() != 1 + message.changes();
        if (isAnother || isTooLow || areMoreOrFewer) {
            breach(Kind.WRONG_REV, message.rev());
        }
    }

    private void lookAtSender(StoredMessage message, long missing) {
        if (!isOfTheConversation(message.sender())) {
            breach(Kind.STRANGER, message.seq());
        }
        if (!senderCounts.follow(message.sender(), message.senderSeq(), missing)) {
            breach(Kind.WRONG_SENDER_COUNT, message.seq());
        }
    }

    private void lookAtContent(StoredMessage message) {
        if (message.deleted()) {
            tombstones.increment();
        }
        if (message.deleted() && message.hasTraces()) {
            breach(Kind.NOT_ERASED, message.seq());
        }
        if (!message.deleted() && !message.text()) {
            breach(Kind.WITHOUT_TEXT, message.seq());
        }
        if (message.deleted() != message.uncounted()) {
            breach(Kind.WRONG_TOMBSTONE, message.seq());
        }
        Long replyTo = message.replyTo();
        if (replyTo != null && (replyTo < 1 || replyTo >= message.seq())) {
            breach(Kind.WRONG_REPLY, message.seq());
        }
    }

    private void lookAtReactions(StoredMessage message) {
        List<StoredReaction> reactions = message.reactions();
        if (reactions.isEmpty()) {
            return;
        }
        if (!reactions.stream().map(StoredReaction::user).allMatch(this::isOfTheConversation)) {
            breach(Kind.STRANGER, message.seq());
        }
        Map<String, Long> each = reactions.stream()
                .collect(Collectors.groupingBy(reaction -> String.valueOf(reaction.user()), Collectors.counting()));
        if (new HashSet<>(reactions).size() < reactions.size()
                || each.values().stream().anyMatch(count -> count > Message.MAX_REACTIONS_OF_A_PERSON)) {
            breach(Kind.WRONG_REACTION, message.seq());
        }
    }

    /** Where the store keeps the latest number of a message only, at least their count can be told. */
    private void lookAtRevs() {
        if (store.keepsAllRevs()) {
            revs.forEachGap(conversation.head().rev(), missing -> breach(Kind.VACATED_REV, missing));
            return;
        }
        long given = conversation.head().rev();
        long needed = sentAt.getCount() + changes.sum() + tombstones.sum();
        if (given < needed) {
            breach(Kind.WRONG_REV, given);
        } else if (given > needed && tombstones.sum() == 0) {
            // How often a deleted message was changed before is not kept.
            breach(Kind.VACATED_REV, given);
        }
    }

    private void lookAtMembers() {
        for (StoredMember member : conversation.members()) {
            if (!isOfTheConversation(member.user())) {
                breach(Kind.STRANGER, 0);
            }
            lookAtMarks(member.marks());
            if (member.keptMarks() != null) {
                lookAtMarks(member.keptMarks());
            }
            Stream.of(member.settings().archivedAt(), member.settings().markedUnreadAt())
                    .filter(Objects::nonNull)
                    .filter(seq -> seq > lastSeq())
                    .findFirst()
                    .ifPresent(seq -> breach(Kind.SETTING_ABOVE_LAST, seq));
        }
    }

    private void lookAtMarks(Marks marks) {
        long highest = Math.max(marks.readSeq(), marks.deliveredSeq());
        if (highest > lastSeq()) {
            breach(Kind.MARK_ABOVE_LAST, highest);
        }
        if (marks.readSeq() > marks.deliveredSeq()) {
            breach(Kind.READ_ABOVE_DELIVERED, marks.readSeq());
        }
    }

    private void lookAtLists() {
        List<StoredMember> listed = conversation.members().stream()
                .filter(member -> isOfTheConversation(member.user()) && member.listedAt() != null)
                .toList();
        Duration lag = store.lag();
        if (sentAt.getCount() == 0) {
            if (listed.isEmpty()) {
                breach(Kind.ORPHAN, 0);
            } else if (listed.stream().anyMatch(Audit::isMoved)) {
                breach(Kind.LIST_AHEAD, 0);
            }
            return;
        }
        Instant latest = Instant.ofEpochMilli(sentAt.getMax());
        if (listed.stream().anyMatch(member -> isMoved(member) && isAfter(member.listedAt(), latest))) {
            breach(Kind.LIST_AHEAD, lastSeq());
        }
        // Where the list follows the message, the last one counts only once another follows it: a crash may have come
        // before it was acknowledged.
        if (lag.isZero() || lastTwo.size() == 2) {
            Instant lowest = (lag.isZero() ? lastTwo.getLast() : lastTwo.getFirst())
                    .sentAt()
                    .minus(lag);
            if (listed.size() < 2) {
                breach(Kind.NOT_LISTED, lastSeq());
            } else if (listed.stream().anyMatch(member -> isAfter(lowest, member.listedAt()))) {
                breach(Kind.LIST_BEHIND, lastSeq());
            }
        }
    }

    /** A place from before the first message says nothing of messages. */
    private static boolean isMoved(StoredMember member) {
        return !Objects.equals(member.listedAt(), member.openedAt());
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isAfter(other);
    }

    /** Whether the person is one of the two; true for anybody where they are not known. */
    private boolean isOfTheConversation(@Nullable String user) {
        return people.isEmpty() || (user != null && people.contains(user));
    }

    private long lastSeq() {
        return lastTwo.isEmpty() ? 0 : lastTwo.getLast().seq();
    }

    private void breach(Kind kind, long at) {
        found.accept(new Breach(conversation.id(), kind, at));
    }
}
