package io.chatty.adapter.mongo.conversation;

import static java.util.Objects.requireNonNull;

import io.chatty.adapter.mongo.conversation.EntryReader.Candidate;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.PeerMarks;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An entry before the messages at its bounds are read: the first one, and the one at the viewer's read mark.
 *
 * @param tail null while there is no head
 * @param membership null if nothing is stored of the viewer
 */
record EntryDraft(
        Candidate candidate,
        UserId viewer,
        @Nullable Document tail,
        @Nullable Document membership,
        Marks ownMarks,
        Marks peerMarks,
        @Nullable Marks keptPeerMarks) {

    /** The message from which the conversation dates, if there is one. */
    Document firstId() {
        return MessageDocuments.id(candidate.id(), 1);
    }

    /** Where the unread messages are; empty if there is no message. */
    Optional<UnreadSpan> unreadSpan() {
        return Optional.ofNullable(last())
                .map(last -> new UnreadSpan(candidate.id(), peer(), ownMarks.readSeq(), last));
    }

    /** @param first the message at {@link #firstId} */
    ConversationEntry entry(@Nullable Document first, long unread) {
        Document last = last();
        return new ConversationEntry(
                candidate.participants(),
                viewer,
                createdAt(first),
                last == null ? Head.EMPTY : new Head(MessageDocuments.seq(last), rev()),
                last == null ? null : MessageDocuments.read(last),
                ownMarks,
                peerMarks,
                keptPeerMarks,
                MemberDocuments.settings(membership),
                (int) Math.min(unread, ConversationEntry.MAX_UNREAD));
    }

    /** When something last happened here that shows to the viewer, at most {@link HeadWriter#LAG} before it did. */
    Instant happenedAt() {
        Instant touched = MemberDocuments.touchedAt(membership);
        Instant active = tail == null ? touched : HeadDocuments.activeAt(tail);
        return touched.isAfter(active) ? touched : active;
    }

    PeerMarks storedPeerMarks() {
        return new PeerMarks(peer(), peerMarks, keptPeerMarks);
    }

    /** The highest number of a change. */
    long rev() {
        return tail == null ? 0 : HeadDocuments.rev(tail);
    }

    private @Nullable Document last() {
        return tail == null ? null : HeadDocuments.last(tail);
    }

    private Instant createdAt(@Nullable Document first) {
        Instant openedAt = membership == null ? null : MemberDocuments.openedAt(membership);
        Instant startedAt = first == null ? null : MessageDocuments.sentAt(first);
        boolean openedFirst = openedAt != null && (startedAt == null || openedAt.isBefore(startedAt));
        return requireNonNull(openedFirst ? openedAt : startedAt, "neither opened nor started");
    }

    private UserId peer() {
        return candidate.participants().peerOf(viewer);
    }
}
