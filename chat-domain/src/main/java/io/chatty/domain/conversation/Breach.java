package io.chatty.domain.conversation;

/**
 * A promise that a store does not keep.
 *
 * @param place the id of the conversation, or what the store calls it where there is none
 * @param at the {@code seq} or {@code rev} that is concerned; 0 where it is the conversation as a whole
 */
public record Breach(String place, Kind kind, long at) {

    /** What is broken. */
    public enum Kind {
        /** A {@code seq} is missing before this one. */
        GAP,
        /** Two messages of a sender have one client message id; this is the last of them. */
        DOUBLED_CLIENT_MESSAGE_ID,
        /** A {@code rev} belongs to two changes. */
        DOUBLED_REV,
        /** From this {@code rev} on one or more belong to no change any more. */
        VACATED_REV,
        /** A message's {@code rev} is not that of its latest change, or there are fewer numbers than changes. */
        WRONG_REV,
        /** A person is marked to have read or received more than there is. */
        MARK_ABOVE_LAST,
        /** A person is marked to have read what no device received. */
        READ_ABOVE_DELIVERED,
        /** A person archived or marked as unread what is not there yet. */
        SETTING_ABOVE_LAST,
        /** The conversation is missing in the list of one of its people. */
        NOT_LISTED,
        /** The conversation stands in a list further behind its last message than allowed. */
        LIST_BEHIND,
        /** The conversation stands in a list above its last message: what it stands there for is missing. */
        LIST_AHEAD,
        /** The sender wrote another number of messages by then than is noted, which unread counts rest upon. */
        WRONG_SENDER_COUNT,
        /** The id of the conversation does not follow from its two people. */
        WRONG_ID,
        /** Somebody who is not of the conversation wrote in it, reacted in it or holds a place in it. */
        STRANGER,
        /** One of the people of the conversation is not registered. */
        UNKNOWN_PERSON,
        /** Something is kept of a conversation or a message that is not there or exists for nobody. */
        ORPHAN,
        /** Something of a deleted message is kept. */
        NOT_ERASED,
        /** A message that is not deleted says nothing. */
        WITHOUT_TEXT,
        /** A deleted message counts as unread, or a living one does not. */
        WRONG_TOMBSTONE,
        /** A message answers none that was written before it. */
        WRONG_REPLY,
        /** A person has a reaction on a message twice, or more reactions than allowed. */
        WRONG_REACTION
    }
}
