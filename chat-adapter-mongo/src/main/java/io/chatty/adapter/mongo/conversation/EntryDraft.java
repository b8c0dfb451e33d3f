package io.chatty.adapter.mongo.conversation;

import static java.util.Objects.requireNonNull;

import io.chatty.adapter.mongo.conversation.EntryReader.Candidate;
import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        Marks peerMarks) {

    Stream<Document> boundIds() {
        return tail == null ? Stream.empty() : Stream.of(firstId(), lastReadId());
    }

    /** Where the peer's unread messages are, deleted ones among them; empty if there are none. */
    Optional<SentRange> unreadRange(Map<Object, Document> bounds) {
        Document last = last();
        return last == null || writtenUnread(bounds) == 0
                ? Optional.empty()
                : Optional.of(new SentRange(candidate.id(), peer(), ownMarks.readSeq(), MessageDocuments.seq(last)));
    }

    /** @param deleted how many messages in {@link #unreadRange} are deleted */
    ConversationEntry entry(Map<Object, Document> bounds, long deleted) {
        Document last = last();
        return new ConversationEntry(
                candidate.participants(),
                viewer,
                createdAt(bounds.get(firstId())),
                last == null ? Head.EMPTY : new Head(MessageDocuments.seq(last), rev()),
                last == null ? null : MessageDocuments.read(last),
                ownMarks,
                peerMarks,
                MemberDocuments.settings(membership),
                (int) Math.min(writtenUnread(bounds) - deleted, ConversationEntry.MAX_UNREAD));
    }

    /** When something last happened here that shows to the viewer, at most {@link HeadWriter#LAG} before it did. */
    Instant happenedAt() {
        Instant touched = MemberDocuments.touchedAt(membership);
        Instant active = tail == null ? touched : HeadDocuments.activeAt(tail);
        return touched.isAfter(active) ? touched : active;
    }

    /** The highest number of a change. */
    long rev() {
        return tail == null ? 0 : HeadDocuments.rev(tail);
    }

    private @Nullable Document last() {
        return tail == null ? null : HeadDocuments.last(tail);
    }

    private Document firstId() {
        return MessageDocuments.id(candidate.id(), 1);
    }

    private Document lastReadId() {
        return MessageDocuments.id(candidate.id(), ownMarks.readSeq());
    }

    private Instant createdAt(@Nullable Document first) {
        Instant openedAt = membership == null ? null : MemberDocuments.openedAt(membership);
        Instant startedAt = first == null ? null : MessageDocuments.sentAt(first);
        boolean openedFirst = openedAt != null && (startedAt == null || openedAt.isBefore(startedAt));
        return requireNonNull(openedFirst ? openedAt : startedAt, "neither opened nor started");
    }

    private long writtenUnread(Map<Object, Document> bounds) {
        return writtenByPeer(last()) - writtenByPeer(bounds.get(lastReadId()));
    }

    private long writtenByPeer(@Nullable Document message) {
        return message == null ? 0 : MessageDocuments.writtenBy(peer(), message);
    }

    private UserId peer() {
        return candidate.participants().peerOf(viewer);
    }

    /** Messages of a person in a conversation, the lower end excluded. */
    record SentRange(ConversationId conversation, UserId sender, long after, long to) {}
}
