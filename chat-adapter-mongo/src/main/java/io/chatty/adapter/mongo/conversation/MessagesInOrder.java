package io.chatty.adapter.mongo.conversation;

import com.mongodb.client.MongoCursor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;

/** Takes a cursor over the messages of many conversations apart, of which one is held at a time. Not thread-safe. */
final class MessagesInOrder {

    private final MongoCursor<Document> all;
    private final Deque<Document> next = new ArrayDeque<>();

    /** @param all ordered by conversation */
    MessagesInOrder(MongoCursor<Document> all) {
        this.all = all;
    }

    /** The messages of a conversation, to be taken before those of a later one; what is before them is passed over. */
    Stream<Document> of(String conversation) {
        while (peek() && order(conversation) < 0) {
            next.clear();
        }
        Spliterator<Document> its =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Document> action) {
                        if (!peek() || order(conversation) != 0) {
                            return false;
                        }
                        action.accept(next.remove());
                        return true;
                    }
                };
        return StreamSupport.stream(its, false);
    }

    /** How the conversation of the next message stands to another. */
    private int order(String conversation) {
        return MessageDocuments.conversation(next.element()).compareTo(conversation);
    }

    private boolean peek() {
        if (next.isEmpty() && all.hasNext()) {
            next.add(all.next());
        }
        return !next.isEmpty();
    }
}
