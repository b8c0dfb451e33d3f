package io.chatty.adapter.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A task on its way through the writer, with what became of it until its caller may know. */
final class QueuedTask<T> {

    private final WriteTask<T> task;
    private final boolean delivered;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    /** @param delivered whether continuations may hang on the answer, which then is given on the delivery thread */
    QueuedTask(WriteTask<T> task, boolean delivered) {
        this.task = task;
        this.delivered = delivered;
    }

    boolean isDelivered() {
        return delivered;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /**
     * Runs the task; if it throws, what it wrote is undone and nothing else.
     *
     * @throws SQLException if the file fails, which concerns the whole transaction
     */
    void run(WriteConnection connection) throws SQLException {
        connection.update("SAVEPOINT task");
        try {
            result = task.write(connection);
        } catch (SQLException e) {
            if (!SqliteFailures.isOfTheStatement(e)) {
                throw e;
            }
            undo(connection, SqliteFailures.translate(e));
        } catch (RuntimeException e) {
            undo(connection, e);
        }
        connection.update("RELEASE task");
    }

    /** Replaces what became of the task, after the transaction failed. */
    void refuse(RuntimeException refusal) {
        failure = refusal;
    }

    void complete() {
        if (failure != null) {
            answer.completeExceptionally(failure);
        } else {
            answer.complete(result);
        }
    }

    private void undo(WriteConnection connection, RuntimeException reason) throws SQLException {
        failure = reason;
        connection.update("ROLLBACK TO task");
    }
}
