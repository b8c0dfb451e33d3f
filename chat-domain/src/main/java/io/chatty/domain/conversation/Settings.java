package io.chatty.domain.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a person has set in a conversation. What ends by itself is kept as the number at which it was set, so that its end
 * follows from the numbers and is never written: archiving ends with the next message, unless muted, and the mark of
 * unread ends when more is read.
 *
 * @param archivedAt the last {@code seq} when it was archived; null if it was not
 * @param markedUnreadAt the person's {@code readSeq} when it was marked unread; null if it was not
 * @param version how often these settings had changed by then, ends by themselves included
 */
public record Settings(
        boolean muted,
        boolean pinned,
        @Nullable Long archivedAt,
        @Nullable Long markedUnreadAt,
        long version) {

    public static final Settings NONE = new Settings(false, false, null, null, 0);

    /** @param lastSeq the last message of the conversation */
    public boolean archived(long lastSeq) {
        return archivedAt != null && (muted || lastSeq <= archivedAt);
    }

    /** @param readSeq how far the person has read */
    public boolean markedUnread(long readSeq) {
        return markedUnreadAt != null && readSeq <= markedUnreadAt;
    }

    /**
     * How often these settings have changed. The end of a mark of unread does not count: the mark that ended it does.
     *
     * @param lastSeq the last message of the conversation
     */
    public long version(long lastSeq) {
        return archivedAt != null && !archived(lastSeq) ? version + 1 : version;
    }

    /**
     * These settings after a change, or these themselves if they say the same already.
     *
     * @param lastSeq the last message of the conversation
     * @param readSeq how far the person has read
     */
    public Settings change(SettingsChange change, long lastSeq, long readSeq) {
        boolean archived = archived(lastSeq);
        boolean markedUnread = markedUnread(readSeq);
        boolean nextMuted = wanted(change.muted(), muted);
        boolean nextArchived = wanted(change.archived(), archived);
        boolean nextPinned = wanted(change.pinned(), pinned);
        boolean nextMarkedUnread = wanted(change.markedUnread(), markedUnread);
        if (nextMuted == muted
                && nextArchived == archived
                && nextPinned == pinned
                && nextMarkedUnread == markedUnread) {
            return this;
        }
        // Also what stays is kept at today's numbers: what came while it was muted does not end it afterwards.
        return new Settings(
                nextMuted,
                nextPinned,
                nextArchived ? lastSeq : null,
                nextMarkedUnread ? readSeq : null,
                version(lastSeq) + 1);
    }

    private static boolean wanted(@Nullable Boolean change, boolean current) {
        return change == null ? current : change;
    }
}
