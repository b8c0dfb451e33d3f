package io.chatty.adapter.mongo.conversation;

import io.chatty.adapter.mongo.BoundedCache;
import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.conversation.ConversationId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where conversations end, as far as this node knows: a guess that saves reading, since the indexes refuse numbers that are
 * taken. Belongs to the writer's thread, except where it says otherwise.
 */
@Component
final class ConversationTails {

    private static final int REMEMBERED_TAILS = 20_000;

    private final MongoStore store;
    private final MessageReader reader;
    private final BoundedCache<ConversationId, ConversationTail> tails = new BoundedCache<>(REMEMBERED_TAILS);

    ConversationTails(MongoStore store, MessageReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** A number that the conversation has reached at least; 0 if nothing is remembered of it. Thread-safe. */
    long rememberedSeq(ConversationId conversation) {
        ConversationTail tail = tails.get(conversation);
        return tail == null ? 0 : tail.head().lastSeq();
    }

    /** Reads what is not remembered, a few at a time. */
    void load(List<? extends PendingWrite<?>> writes) {
        List<? extends PendingWrite<?>> unknown = writes.stream()
                .filter(write -> tails.get(write.conversation()) == null)
                .toList();
        store.inParallel(unknown, this::latest);
    }

    ConversationTail of(PendingWrite<?> write) {
        ConversationTail tail = tails.get(write.conversation());
        return tail != null ? tail : latest(write);
    }

    /** As the index says it by now. */
    ConversationTail latest(PendingWrite<?> write) {
        ConversationTail tail = reader.tail(write.conversation(), write.participants());
        tails.put(write.conversation(), tail);
        return tail;
    }

    void move(PendingWrite<?> write, ConversationTail tail) {
        tails.put(write.conversation(), tail);
    }

    void forget(PendingWrite<?> write) {
        tails.forget(write.conversation());
    }
}
