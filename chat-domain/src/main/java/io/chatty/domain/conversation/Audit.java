package io.chatty.domain.conversation;

import io.chatty.domain.conversation.Breach.Kind;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Looks at one conversation whether all that is promised of it is kept. Holds the client message ids of a conversation and a
 * bit for each of its numbers. Not thread-safe.
 */
public final class Audit {

    private final StoredConversation conversation;
    private final Consumer<Breach> found;
    private final BitSet revs = new BitSet();
    private final Set<String> clientMessageIds = new HashSet<>();
    private final Map<UserId, Long> written = new HashMap<>();
    private final Deque<StoredMessage> lastTwo = new ArrayDeque<>();

    private Audit(StoredConversation conversation, Consumer<Breach> found) {
        this.conversation = conversation;
        this.found = found;
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
        Audit audit = new Audit(conversation, found);
        messages.forEachOrdered(audit::look);
        audit.lookAtRevs(store.keepsAllRevs());
        audit.lookAtMarks();
        audit.lookAtList(store.lag());
        return audit.lastSeq();
    }

    private void look(StoredMessage message) {
        if (message.seq() != lastSeq() + 1) {
            breach(Kind.GAP, message.seq());
        }
        lastTwo.add(message);
        if (lastTwo.size() > 2) {
            lastTwo.remove();
        }
        for (long rev : message.revs()) {
            if (revs.get(Math.toIntExact(rev))) {
                breach(Kind.DOUBLED_REV, rev);
            }
            revs.set(Math.toIntExact(rev));
        }
        UserId sender = message.senderId();
        if (!clientMessageIds.add(
                sender.value() + " " + message.clientMessageId().value())) {
            breach(Kind.DOUBLED_CLIENT_MESSAGE_ID, message.seq());
        }
        if (message.senderSeq() != written.merge(sender, 1L, Long::sum)) {
            breach(Kind.WRONG_SENDER_COUNT, message.seq());
        }
        Participants participants = conversation.participants();
        if (participants != null && !participants.includes(sender)) {
            breach(Kind.STRANGER, message.seq());
        }
        if (message.deleted() && (message.text() || message.traces())) {
            breach(Kind.NOT_ERASED, message.seq());
        }
        if (!message.deleted() && !message.text()) {
            breach(Kind.WITHOUT_TEXT, message.seq());
        }
    }

    private void lookAtRevs(boolean keepsAll) {
        int missing = revs.nextClearBit(1);
        if (keepsAll && missing < revs.length()) {
            breach(Kind.VACATED_REV, missing);
        }
    }

    private void lookAtMarks() {
        conversation.marks().values().forEach(marks -> {
            if (marks.deliveredSeq() > lastSeq()) {
                breach(Kind.MARK_ABOVE_LAST, marks.deliveredSeq());
            }
            if (marks.readSeq() > marks.deliveredSeq()) {
                breach(Kind.READ_ABOVE_DELIVERED, marks.readSeq());
            }
        });
    }

    /** The last message counts only once another follows it: a crash may have come before it was acknowledged. */
    private void lookAtList(Duration lag) {
        Instant active = conversation.activeAt();
        if (lastTwo.size() == 2
                && (active == null
                        || active.plus(lag).isBefore(lastTwo.element().sentAt()))) {
            breach(Kind.LIST_BEHIND, lastSeq());
        }
    }

    private long lastSeq() {
        return lastTwo.isEmpty() ? 0 : lastTwo.getLast().seq();
    }

    private void breach(Kind kind, long at) {
        found.accept(new Breach(conversation.id(), kind, at));
    }
}
