package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Participants;
import io.chatty.domain.user.UserId;

/**
 * Where a conversation ends: what is needed to store its next message or change.
 *
 * @param head the highest numbers
 * @param sentByLow how many of the messages the person with the lower id wrote
 */
record ConversationTail(Head head, long sentByLow) {

    static final ConversationTail EMPTY = new ConversationTail(Head.EMPTY, 0);

    /** After one more message. */
    ConversationTail next(Participants participants, UserId sender) {
        return new ConversationTail(
                new Head(head.lastSeq() + 1, head.rev() + 1),
                participants.low().equals(sender) ? sentByLow + 1 : sentByLow);
    }

    /** After a change of a message. */
    ConversationTail changed() {
        return new ConversationTail(new Head(head.lastSeq(), head.rev() + 1), sentByLow);
    }

    long sentBy(Participants participants, UserId sender) {
        return participants.low().equals(sender) ? sentByLow : head.lastSeq() - sentByLow;
    }
}
