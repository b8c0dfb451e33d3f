package io.chatty.adapter.mongo.conversation;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.user.UserId;
import java.util.Map;
import org.bson.Document;

/**
 * Where unread messages are: those of the peer that live, after a place in a conversation up to its end.
 *
 * @param after the message before the first that counts, 0 for all
 * @param last the last that counts
 */
record UnreadSpan(ConversationId conversation, UserId peer, long after, Document last) {

    /** Where the newest that count are looked for first: few tombstones are among so few messages. */
    private static final int NEAR = 4 * ConversationEntry.MAX_UNREAD;

    UnreadSpan near() {
        return new UnreadSpan(conversation, peer, Math.max(after, to() - NEAR), last);
    }

    boolean isNear() {
        return to() - after <= NEAR;
    }

    long to() {
        return MessageDocuments.seq(last);
    }

    Document afterId() {
        return MessageDocuments.id(conversation, after);
    }

    /**
     * How many the peer wrote here, deleted ones among them.
     *
     * @param bounds has the message at {@link #afterId}, if there is one
     */
    long written(Map<Object, Document> bounds) {
        Document before = bounds.get(afterId());
        return MessageDocuments.writtenBy(peer, last) - (before == null ? 0 : MessageDocuments.writtenBy(peer, before));
    }
}
