package io.chatty.adapter.sqlite.conversation;

import io.chatty.domain.conversation.Head;

/**
 * Where a conversation ends: what the writer must know to store its next message or change.
 *
 * @param conversation its key
 * @param low the key of the person with the lower id
 * @param high the key of the other one
 * @param lastSeq 0 while there is no message
 * @param rev 0 while there is no message
 * @param sentByLow how many of the messages the lower one wrote
 */
record ConversationTail(long conversation, long low, long high, long lastSeq, long rev, long sentByLow) {

    /** After a new message. */
    ConversationTail next(boolean fromLow) {
        return new ConversationTail(conversation, low, high, lastSeq + 1, rev + 1, fromLow ? sentByLow + 1 : sentByLow);
    }

    /** After a change of a message. */
    ConversationTail changed() {
        return new ConversationTail(conversation, low, high, lastSeq, rev + 1, sentByLow);
    }

    long sender(boolean fromLow) {
        return fromLow ? low : high;
    }

    long sentBy(boolean fromLow) {
        return fromLow ? sentByLow : lastSeq - sentByLow;
    }

    Head head() {
        return new Head(lastSeq, rev);
    }
}
