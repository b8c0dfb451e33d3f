package io.chatty.domain.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a message, as far as a check of the store looks at it. Ids are as they are stored.
 *
 * @param rev the number of its latest change
 * @param revs this one and all it had before, as far as the store keeps them
 * @param sender null if the store does not know who that is
 * @param senderSeq how many messages the sender is said to have written by then, this one included
 * @param replyTo the {@code seq} of the message it answers, or null
 * @param changes how often it was edited or reacted to
 * @param text whether something of a text is kept
 * @param edited whether it is known that it was edited
 * @param deleted whether it is a tombstone
 * @param uncounted whether it is left out of unread counts
 */
public record StoredMessage(
        long seq,
        long rev,
        List<Long> revs,
        @Nullable String sender,
        long senderSeq,
        @Nullable Long replyTo,
        List<StoredReaction> reactions,
        int changes,
        boolean text,
        boolean edited,
        boolean deleted,
        boolean uncounted,
        Instant sentAt) {

    /** Whether anything is kept of what was said and done, which a deletion takes away. */
    boolean hasTraces() {
        return text || edited || replyTo != null || changes != 0 || !reactions.isEmpty();
    }
}
