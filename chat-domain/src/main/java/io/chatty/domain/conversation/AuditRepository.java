package io.chatty.domain.conversation;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Driven port: everything that is stored of conversations, for a check, which changes nothing. Thread-safe. */
public interface AuditRepository {

    /**
     * Hands over every conversation with its messages, ascending by {@code seq}, as they are at one moment or in such an
     * order that what is written meanwhile looks like no breach. The messages are there until the consumer returns, and
     * need not fit into memory.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the store does not answer
     */
    void forEach(BiConsumer<StoredConversation, Stream<StoredMessage>> consumer);

    /**
     * Finds what does not show when conversations are looked at one by one, or would not fit into memory: doubled client
     * message ids, people who are not registered, and what belongs to no conversation or message.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the store does not answer
     */
    void search(Consumer<Breach> found);

    /** How far behind its last acknowledged message a conversation may stand in a list; zero if it moves with it. */
    Duration lag();

    /** Whether a message keeps the numbers of all its changes, so that one that is missing is noticed. */
    boolean keepsAllRevs();
}
