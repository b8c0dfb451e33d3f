package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * What a store keeps of a message, as far as a check of the store looks at it.
 *
 * @param revs the number of its latest change, and all it had before where the store keeps them
 * @param senderSeq how many messages the sender is said to have written by then, this one included
 * @param text whether something of a text is kept
 * @param traces whether a reply, an edit or reactions are kept
 * @param deleted whether it is a tombstone
 */
public record StoredMessage(
        long seq,
        List<Long> revs,
        UserId senderId,
        ClientMessageId clientMessageId,
        long senderSeq,
        boolean text,
        boolean traces,
        boolean deleted,
        Instant sentAt) {}
