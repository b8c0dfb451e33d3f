package io.chatty.adapter.sqlite;

import java.sql.SQLException;

/** A piece of writing that belongs together: all of it is stored, or nothing. */
@FunctionalInterface
public interface WriteTask<T> {

    /**
     * Writes. Runs on the writer's thread, inside a transaction that it shares with other tasks, so it must be short and
     * wait for nothing.
     */
    T write(WriteConnection connection) throws SQLException;
}
