package io.chatty.domain.conversation;

import java.time.Instant;

/** A place among what happened to a person, which is ordered by time, oldest first, then by id. */
public record SyncPlace(Instant at, ConversationId conversation) implements Comparable<SyncPlace> {

    private static final ConversationId ANY = new ConversationId("c_0");

    /** A place before everything that happened at a time or later. */
    static SyncPlace before(Instant time) {
        return new SyncPlace(time.minusMillis(1), ANY);
    }

    @Override
    public int compareTo(SyncPlace other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : conversation.compareTo(other.conversation);
    }
}
