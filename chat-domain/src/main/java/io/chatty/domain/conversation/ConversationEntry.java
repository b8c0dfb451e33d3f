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
 * @param keptPeerMarks what was {@linkplain MarkRepository#keep kept} of the peer's marks, or null
 * @param settings the owner's
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
        @Nullable Marks keptPeerMarks,
        Settings settings,
        int unreadCount) {

    /** Beyond this unread messages are not counted. */
    public static final int MAX_UNREAD = 100;

    public ConversationId id() {
        return participants.conversationId();
    }

    public UserId peer() {
        return participants.peerOf(owner);
    }

    public boolean archived() {
        return settings.archived(head.lastSeq());
    }

    public boolean markedUnread() {
        return settings.markedUnread(ownMarks.readSeq());
    }

    /** Counts the changes of what is the owner's own here, marks and settings: of two entries the higher is the newer. */
    public long ownVersion() {
        return ownMarks.readSeq() + ownMarks.deliveredSeq() + settings.version(head.lastSeq());
    }

    /** The place of this entry in its owner's list. */
    public ConversationPosition position() {
        return new ConversationPosition(lastMessage == null ? createdAt : lastMessage.sentAt(), id());
    }
}
