package io.chatty.domain.conversation;

/**
 * Consecutive messages.
 *
 * @param from {@code seq} of the first, at least 1
 * @param to {@code seq} of the last; below {@code from} the range is empty
 */
public record SeqRange(long from, long to) {

    public boolean isEmpty() {
        return to < from;
    }
}
