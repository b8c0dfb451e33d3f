package io.chatty.domain.conversation;

import java.util.concurrent.CompletionStage;

/**
 * Driven port: the connection on which {@link Probe#RECIPIENT} is told, which is nobody's and counts nowhere. Volatile.
 * Thread-safe.
 */
public interface ProbeRegistry {

    /**
     * Waits for the probe of this mark, and no longer for any other.
     *
     * @return completes when the connection was told of it; if it never is, or another one is waited for before, never
     */
    CompletionStage<ClientMessageId> await(ClientMessageId mark);
}
