package io.chatty.domain.conversation;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Driven port: one record that proves that the store takes writes. Thread-safe. */
public interface ProbeRepository {

    /**
     * Overwrites the record, the way a message is stored. Returns at once.
     *
     * @return completes when the record is durable, with the time of the store's clock; fails with {@code
     *     TEMPORARILY_UNAVAILABLE} if it is not stored
     */
    CompletionStage<Instant> save(ClientMessageId mark);
}
