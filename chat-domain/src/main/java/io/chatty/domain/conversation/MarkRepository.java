package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;

/**
 * Driven port: how far each person has come. Thread-safe. What a call has changed, every later call sees at once; it is
 * on the disk within two seconds, and a crash may cost what was not.
 */
public interface MarkRepository {

    /**
     * Advances the marks of a person, see {@link Marks#advance}. Of reports at once none is lost. The person's next sync finds
     * what moved, the peer's only what the peer is shown.
     *
     * @param sight how much of it the peer is shown
     * @return the marks before and after, atomically
     */
    Movement advance(ConversationId conversation, UserId user, MarkReport report, PeerSight sight, Instant now);

    /** Keeps a copy of both people's marks as they are now, in place of an earlier one: {@link ConversationEntry#keptPeerMarks}. */
    void keep(Participants participants);

    /** How many live messages of the peer lie above the person's {@code readSeq}: exact up to 99, then 100. */
    int unreadCount(ConversationId conversation, UserId user);

    /** Marks before and after a report. */
    record Movement(Marks before, Marks after) {

        public boolean moved() {
            return !before.equals(after);
        }

        public boolean deliveredMoved() {
            return after.deliveredSeq() > before.deliveredSeq();
        }
    }
}
