package io.chatty.domain.conversation;

/**
 * The highest numbers of a conversation.
 *
 * @param lastSeq of its messages; 0 while there is none
 * @param rev of its changes; 0 while there is none
 */
public record Head(long lastSeq, long rev) {

    public static final Head EMPTY = new Head(0, 0);
}
