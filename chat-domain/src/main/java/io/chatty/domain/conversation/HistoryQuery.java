package io.chatty.domain.conversation;

/**
 * Which page of a conversation is wanted.
 *
 * @param anchor how {@code seq} is meant
 * @param seq the message the page lies before, after or around; from 0; without meaning for {@link Anchor#NEWEST}
 * @param limit most messages of the page, 1 to 100
 */
public record HistoryQuery(Anchor anchor, long seq, int limit) {

    /** Where a page lies. */
    public enum Anchor {
        /** The last messages. */
        NEWEST,
        /** The messages that end right before {@code seq}. */
        BEFORE,
        /** The messages that start right after {@code seq}. */
        AFTER,
        /** {@code seq} itself with up to half of the limit before it; the newest page if {@code seq} is too high. */
        AROUND
    }

    /**
     * The messages of the page. Numbers have no gaps, so a page is a range and never an offset, and costs the same at any
     * depth.
     *
     * @param lastSeq the last message of the conversation
     */
    public SeqRange rangeIn(long lastSeq) {
        return switch (anchor) {
            case NEWEST -> endingAt(lastSeq);
            case BEFORE -> endingAt(Math.min(seq == 0 ? 0 : seq - 1, lastSeq));
            case AFTER -> seq >= lastSeq ? new SeqRange(lastSeq + 1, lastSeq) : startingAt(seq + 1, lastSeq);
            case AROUND -> seq > lastSeq ? endingAt(lastSeq) : startingAt(Math.max(1, seq - limit / 2), lastSeq);
        };
    }

    private SeqRange endingAt(long to) {
        return new SeqRange(Math.max(1, to - limit + 1), to);
    }

    private SeqRange startingAt(long from, long lastSeq) {
        return new SeqRange(from, Math.min(lastSeq, from + limit - 1));
    }
}
