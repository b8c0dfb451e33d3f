package io.chatty.adapter.sqlite;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Values that are gathered in memory and written together, once a second and when the store is closed: a crash may cost
 * the newest ones. A value leaves the memory only after it is committed, so whoever looks here first and into the store
 * second always finds the latest one. Thread-safe.
 */
public final class WriteBehind<K, V> {

    /** Writes one value. */
    @FunctionalInterface
    public interface ValueWriter<K, V> {

        void write(WriteConnection connection, K key, V value) throws SQLException;
    }

    private final ConcurrentMap<K, V> gathered = new ConcurrentHashMap<>();
    private final SqliteWriter writer;
    private final ValueWriter<K, V> valueWriter;

    WriteBehind(SqliteWriter writer, ValueWriter<K, V> valueWriter) {
        this.writer = writer;
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
        if (taken.isEmpty()) {
            return;
        }
        writer.call(connection -> {
            for (Map.Entry<K, V> entry : taken.entrySet()) {
                valueWriter.write(connection, entry.getKey(), entry.getValue());
            }
            return true;
        });
        taken.forEach(gathered::remove);
    }
}
