package io.chatty.adapter.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task on its way through the writer, with what became of it until its caller may know. */
final class QueuedTask<T> {

    private static final Logger LOG = LoggerFactory.getLogger(QueuedTask.class);

    private final WriteTask<T> task;
    private final @Nullable Consumer<T> inOrder;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    /** @param inOrder is given the result before the answer completes, on the delivery thread; null if nothing follows */
    QueuedTask(WriteTask<T> task, @Nullable Consumer<T> inOrder) {
        this.task = task;
        this.inOrder = inOrder;
    }

    boolean isDelivered() {
        return inOrder != null;
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
            return;
        }
        try {
            if (inOrder != null) {
                inOrder.accept(result);
            }
            answer.complete(result);
        } catch (RuntimeException | Error defect) {
            LOG.error("What follows a write has failed; the write itself is done.", defect);
            answer.completeExceptionally(defect);
        }
    }

    private void undo(WriteConnection connection, RuntimeException reason) throws SQLException {
        failure = reason;
        connection.update("ROLLBACK TO task");
    }
}
