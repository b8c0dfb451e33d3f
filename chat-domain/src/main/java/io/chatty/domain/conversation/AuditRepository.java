package io.chatty.domain.conversation;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Driven port: everything that is stored of conversations, for a check. Thread-safe. */
public interface AuditRepository {

    /**
     * Hands over every conversation with its messages, ascending by {@code seq}. The messages are there until the consumer
     * returns, and need not fit into memory.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the store does not answer
     */
    void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer);

    /** How far behind its last acknowledged message a conversation may stand in a list. */
    Duration lag();

    /** Whether a message keeps the numbers of all its changes, so that one that is missing is noticed. */
    boolean keepsAllRevs();
}
