package io.chatty.domain.conversation;

/**
 * A promise that a store does not keep.
 *
 * @param at the {@code seq} or {@code rev} that is concerned
 */
public record Breach(ConversationId conversation, Kind kind, long at) {

    /** What is broken. */
    public enum Kind {
        /** A {@code seq} is missing before this one. */
        GAP,
        /** Two messages of a sender have one client message id. */
        DOUBLED_CLIENT_MESSAGE_ID,
        /** A {@code rev} belongs to two changes. */
        DOUBLED_REV,
        /** A {@code rev} belongs to no change any more. */
        VACATED_REV,
        /** A person is marked to have read or received more than there is. */
        MARK_ABOVE_LAST,
        /** A person is marked to have read what no device received. */
        READ_ABOVE_DELIVERED,
        /** The conversation stands in a list further behind its last message than allowed, or in none. */
        LIST_BEHIND,
        /** The sender wrote another number of messages by then than is noted, which unread counts rest upon. */
        WRONG_SENDER_COUNT,
        /** Somebody who is not of the conversation wrote in it. */
        STRANGER,
        /** Something of a deleted message is kept. */
        NOT_ERASED,
        /** A message that is not deleted says nothing. */
        WITHOUT_TEXT
    }
}
