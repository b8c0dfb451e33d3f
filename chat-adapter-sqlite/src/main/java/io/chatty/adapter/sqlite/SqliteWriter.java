package io.chatty.adapter.sqlite;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import io.chatty.domain.ChatException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does every write of the store, one after the other, on a thread of its own. Thread-safe.
 *
 * <p>Group commit without timers: tasks that arrive while a transaction commits form the next one together. A task that
 * throws is undone alone. A failure of the file (disk full, I/O error) undoes the transaction and refuses all of its tasks;
 * none of them was acknowledged, and the writer goes on with the next ones.
 *
 * <p>The stages of {@link #submit} complete in the order of their tasks, on a second thread, so that the next transaction
 * runs while continuations of the last one do. {@link #call} does not pass that thread: a continuation may use it.
 */
public final class SqliteWriter {

    /** Most tasks of a transaction: enough to share the cost of a commit, few enough not to delay the first of them. */
    static final int MAX_BATCH = 256;

    /** Most tasks that may be accepted and not yet answered. */
    static final int MAX_WAITING = 10_000;

    /** How long a caller of {@link #call} waits. */
    private static final long CALL_SECONDS = 5;

    private static final long CLOSING_POLL_MILLIS = 10;

    private final WriteConnection connection;
    private final Outage outage;
    private final BlockingQueue<QueuedTask<?>> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<BatchListener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService delivery = Executors.newSingleThreadExecutor(task -> daemon(task, "delivery"));
    private final Thread thread = daemon(this::run, "writer");
    private volatile boolean closing;

    SqliteWriter(WriteConnection connection, Outage outage) {
        this.connection = connection;
        this.outage = outage;
        thread.start();
    }

    /** Registers who is told of every transaction. */
    public void listen(BatchListener listener) {
        listeners.add(listener);
    }

    /**
     * Hands a task in and returns at once. When what was written is durable, its result is given to {@code inOrder}, one
     * after the other in the order of the tasks, and then the stage completes; or it completes exceptionally with what the
     * task threw or {@code TEMPORARILY_UNAVAILABLE}. Neither may block.
     */
    public <T> CompletionStage<T> submit(WriteTask<T> task, Consumer<T> inOrder) {
        QueuedTask<T> queued = new QueuedTask<>(task, inOrder);
        try {
            accept(queued);
        } catch (ChatException refusal) {
            queued.answer().completeExceptionally(refusal);
        }
        return queued.answer();
    }

    /** The same where nothing has to follow the order of the tasks. */
    <T> CompletionStage<T> submit(WriteTask<T> task) {
        return submit(task, result -> {});
    }

    /**
     * Hands a task in and waits until what was written is durable.
     *
     * @throws ChatException {@code TEMPORARILY_UNAVAILABLE} if it was not stored or the outcome is unknown after 5 s
     */
    public <T> T call(WriteTask<T> task) {
        QueuedTask<T> queued = new QueuedTask<>(task, null);
        accept(queued);
        try {
            return queued.answer().get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new ChatException(TEMPORARILY_UNAVAILABLE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(TEMPORARILY_UNAVAILABLE, e);
        }
    }

    /** Refuses new tasks and returns when the accepted ones are finished and answered. */
    void close() {
        closing = true;
        waiting.incrementAndGet();
        queue.add(new QueuedTask<>(connection -> true, null));
        try {
            thread.join();
            delivery.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(QueuedTask<?> task) {
        // Counted before the look at closing: the writer's thread does not end while anything is counted.
        if (waiting.incrementAndGet() > MAX_WAITING || closing) {
            waiting.decrementAndGet();
            throw TEMPORARILY_UNAVAILABLE.refusal();
        }
        queue.add(task);
    }

    private void run() {
        List<QueuedTask<?>> batch = new ArrayList<>(MAX_BATCH);
        try {
            while (!closing || waiting.get() > 0) {
                QueuedTask<?> first = closing ? queue.poll(CLOSING_POLL_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MAX_BATCH - 1);
                    commit(batch);
                    answer(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<QueuedTask<?>> batch) {
        try {
            connection.update("BEGIN IMMEDIATE");
            for (QueuedTask<?> task : batch) {
                task.run(connection);
            }
            for (BatchListener listener : listeners) {
                listener.beforeCommit(connection);
            }
            connection.update("COMMIT");
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack();
            outage.isFelt(failure);
            RuntimeException refusal = new ChatException(TEMPORARILY_UNAVAILABLE, failure);
            batch.forEach(task -> task.refuse(refusal));
            return;
        }
        outage.isOver();
        listeners.forEach(BatchListener::committed);
    }

    private void rollBack() {
        try {
            connection.update("ROLLBACK");
        } catch (SQLException alreadyRolledBackBySqlite) {
            // Some failures of the file end the transaction by themselves; then there is none to roll back.
        }
        listeners.forEach(BatchListener::rolledBack);
    }

    private void answer(List<QueuedTask<?>> batch) {
        List<QueuedTask<?>> delivered = new ArrayList<>(batch.size());
        for (QueuedTask<?> task : batch) {
            if (task.isDelivered()) {
                delivered.add(task);
            } else {
                answer(task);
            }
        }
        if (!delivered.isEmpty()) {
            delivery.execute(() -> delivered.forEach(this::answer));
        }
    }

    private void answer(QueuedTask<?> task) {
        try {
            task.complete();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static Thread daemon(Runnable work, String role) {
        Thread thread = new Thread(work, "sqlite-" + role);
        thread.setDaemon(true);
        return thread;
    }
}
