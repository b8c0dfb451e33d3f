package io.chatty.adapter.mongo.conversation;

import io.chatty.adapter.mongo.conversation.EntryReader.Candidate;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An entry before its unread messages are counted.
 *
 * @param rev the highest number of a change, read before the last message
 * @param last the last message, or null while there is none
 * @param membership what is stored for the viewer, or null
 */
record EntryDraft(
        Candidate candidate,
        UserId viewer,
        long rev,
        @Nullable Document last,
        @Nullable Document membership,
        Marks ownMarks,
        Marks peerMarks) {

    Document lastReadId() {
        return MessageDocuments.id(candidate.id(), ownMarks.readSeq());
    }

    /** @param lastRead the message at the viewer's read mark, or null if nothing was read */
    ConversationEntry entry(@Nullable Document lastRead, MessageReader messages) {
        return new ConversationEntry(
                candidate.participants(),
                viewer,
                createdAt(),
                last == null ? Head.EMPTY : new Head(MessageDocuments.seq(last), rev),
                last == null ? null : MessageDocuments.read(last),
                ownMarks,
                peerMarks,
                MemberDocuments.settings(membership),
                unread(lastRead, messages));
    }

    private Instant createdAt() {
        Instant openedAt = membership == null ? null : MemberDocuments.openedAt(membership);
        return openedAt != null && openedAt.isBefore(candidate.since()) ? openedAt : candidate.since();
    }

    /** What the peer wrote in between, less what of it was deleted. */
    private int unread(@Nullable Document lastRead, MessageReader messages) {
        long written = writtenByPeer(last) - writtenByPeer(lastRead);
        if (last == null || written <= 0) {
            return 0;
        }
        long deleted = messages.tombstones(
                candidate.id(),
                candidate.participants().peerOf(viewer),
                ownMarks.readSeq(),
                MessageDocuments.seq(last));
        return (int) Math.min(written - deleted, ConversationEntry.MAX_UNREAD);
    }

    private long writtenByPeer(@Nullable Document message) {
        return message == null
                ? 0
                : MessageDocuments.writtenBy(candidate.participants().peerOf(viewer), message);
    }
}
