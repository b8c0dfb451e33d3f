package io.chatty.adapter.sqlite;

import java.sql.SQLException;

/** Is told by the writer, on its thread, how each of its transactions ends. */
public interface BatchListener {

    /** All tasks of the transaction have run; what is written now is part of it. */
    default void beforeCommit(WriteConnection connection) throws SQLException {}

    /** The transaction is durable. Called before any caller learns of it. */
    void committed();

    /** Nothing of the transaction was stored. */
    void rolledBack();
}
