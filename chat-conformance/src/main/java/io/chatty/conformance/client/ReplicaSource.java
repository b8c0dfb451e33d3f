package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import org.jspecify.annotations.Nullable;

/** Where a {@link Replica} reads what it was not told. */
public interface ReplicaSource {

    /** The first page of the list of conversations: {@code { items, sync }}. */
    JsonObject conversations();

    /** One conversation. */
    JsonObject conversation(String conversationId);

    /** The newest page of a conversation: {@code { items, rev }}. */
    JsonObject newestPage(String conversationId);

    /** What changed in a conversation: {@code { messages, rev, hasMore }}. */
    JsonObject changes(String conversationId, long sinceRev);

    /**
     * Where something happened: {@code { conversations, next, hasMore }}.
     *
     * @param waitSeconds how long to wait for something to happen
     * @return null if the store is another one than that of the cursor
     */
    @Nullable
    JsonObject sync(String since, int waitSeconds);
}
