package io.chatty.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bson.Document;

/**
 * Values that are gathered in memory and written together, once a second and when the store is closed: a crash may cost the
 * newest ones. A value leaves the memory only when a majority has it, which is when it can be read, so whoever looks here
 * first and into the database second always finds the latest one of this node. (To wait for less saves nothing: it is one
 * write a second, and until the majority had it the value would be nowhere to be seen.) Thread-safe.
 */
public final class WriteBehind<K, V> {

    /** Says how a value is written. */
    @FunctionalInterface
    public interface ValueWriter<K, V> {

        void write(K key, V value, List<WriteModel<Document>> writes);
    }

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final ConcurrentMap<K, V> gathered = new ConcurrentHashMap<>();
    private final MongoCollection<Document> collection;
    private final ValueWriter<K, V> valueWriter;

    WriteBehind(MongoCollection<Document> collection, ValueWriter<K, V> valueWriter) {
        this.collection = collection;
        this.valueWriter = valueWriter;
    }

    /** What waits to be written; whoever has a newer value puts it here. */
    public ConcurrentMap<K, V> gathered() {
        return gathered;
    }

    /**
     * Forgets the value of a key; what is being written at this moment is written before.
     *
     * @param deletion removes what is written
     */
    public synchronized void forget(K key, Runnable deletion) {
        gathered.remove(key);
        deletion.run();
    }

    /** Writes what was gathered so far, and waits for it. What cannot be written stays for the next time. */
    synchronized void flush() {
        Map<K, V> taken = Map.copyOf(gathered);
        List<WriteModel<Document>> writes = new ArrayList<>();
        taken.forEach((key, value) -> valueWriter.write(key, value, writes));
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, UNORDERED);
        }
        taken.forEach(gathered::remove);
    }
}
