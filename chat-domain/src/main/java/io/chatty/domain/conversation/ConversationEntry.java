package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is stored for one of its two people.
 *
 * @param owner whose entry it is
 * @param createdAt when it began to exist for the owner: opened, or the first message
 * @param lastMessage the one with {@code head.lastSeq()}, or null while there is none
 * @param unreadCount live messages of the peer above the owner's read mark, 100 standing for more than 99
 */
public record ConversationEntry(
        Participants participants,
        UserId owner,
        Instant createdAt,
        Head head,
        @Nullable Message lastMessage,
        Marks ownMarks,
        Marks peerMarks,
        int unreadCount) {

    /** Beyond this unread messages are not counted. */
    public static final int MAX_UNREAD = 100;

    public ConversationId id() {
        return participants.conversationId();
    }

    public UserId peer() {
        return participants.peerOf(owner);
    }

    /** The place of this entry in its owner's list. */
    public ConversationPosition position() {
        return new ConversationPosition(lastMessage == null ? createdAt : lastMessage.sentAt(), id());
    }
}
