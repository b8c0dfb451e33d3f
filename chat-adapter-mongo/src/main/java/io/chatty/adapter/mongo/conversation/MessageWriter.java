package io.chatty.adapter.mongo.conversation;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageDraft;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes drafts and changes from any thread and stores them on one of its own: group commit without timers, in which what
 * arrives during a write forms the next one. A write holds at most one message or change of a conversation, so that one that
 * is refused leaves no gap, and all of a conversation keep their order. Outcomes are handed out on a second thread while the
 * next write is under way.
 *
 * <p>Each is answered within five seconds of its arrival, whatever the database does; a third thread sees to it.
 */
@Component
final class MessageWriter implements AutoCloseable {

    /** Most drafts and changes that may be accepted and not yet answered. */
    static final int MAX_WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    private static final long DEADLINE_CHECK_MILLIS = 100;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final MongoStore store;
    private final MessageInserter inserter;
    private final MessageChanger changer;
    private final HeadWriter heads;
    private final LinkedBlockingQueue<PendingWrite<?>> arrivals = new LinkedBlockingQueue<>();
    private final Queue<PendingWrite<?>> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> passing = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Lanes lanes = new Lanes();
    private final ExecutorService delivery = Executors.newSingleThreadExecutor(task -> daemon(task, "delivery"));
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "deadlines"));
    private final Thread thread = daemon(this::run, "writer");
    private volatile boolean closing;

    MessageWriter(MongoStore store, MessageInserter inserter, MessageChanger changer, HeadWriter heads) {
        this.store = store;
        this.inserter = inserter;
        this.changer = changer;
        this.heads = heads;
        thread.start();
        deadlines.scheduleWithFixedDelay(
                this::expire, DEADLINE_CHECK_MILLIS, DEADLINE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    CompletionStage<AppendOutcome> append(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        return accept(new PendingAppend(draft, inOrder));
    }

    CompletionStage<ChangeOutcome> change(MessageChange change, Consumer<ChangeOutcome> inOrder) {
        return accept(new PendingChange(change, inOrder));
    }

    private <T> CompletionStage<T> accept(PendingWrite<T> write) {
        // Counted before the look at closing: the writer's thread does not end while anything is counted.
        if (waiting.incrementAndGet() > MAX_WAITING || closing) {
            waiting.decrementAndGet();
            write.refuse(TEMPORARILY_UNAVAILABLE.refusal());
        } else {
            unanswered.add(write);
            arrivals.add(write);
        }
        return write.answer();
    }

    /** Completes on the thread that hands outcomes out, once the writer's came by: no message waits for one of them. */
    CompletionStage<Void> pass() {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        passing.add(passed);
        return passed;
    }

    /** Refuses what is new and returns when all that was accepted is answered. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
            delivery.shutdown();
            delivery.awaitTermination(IDLE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            deadlines.shutdownNow();
        }
    }

    private void run() {
        try {
            while (!closing || waiting.get() > 0) {
                takeArrivals();
                for (CompletableFuture<Void> next = passing.poll(); next != null; next = passing.poll()) {
                    CompletableFuture<Void> passed = next;
                    delivery.execute(() -> passed.complete(null));
                }
                List<PendingWrite<?>> batch = lanes.next(System.nanoTime());
                release(lanes.abandoned());
                write(only(PendingAppend.class, batch), this::append);
                write(only(PendingChange.class, batch), changer::change);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <W> List<W> only(Class<W> kind, List<PendingWrite<?>> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits for something to come if there is nothing else to do, and takes all that has come. */
    private void takeArrivals() throws InterruptedException {
        long pause = lanes.pause(System.nanoTime(), IDLE_NANOS);
        PendingWrite<?> first = pause > 0 ? arrivals.poll(pause, TimeUnit.NANOSECONDS) : arrivals.poll();
        for (PendingWrite<?> write = first; write != null; write = arrivals.poll()) {
            lanes.add(write);
        }
    }

    private <W extends PendingWrite<?>> void write(List<W> batch, Consumer<List<W>> attempt) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            store.call(() -> {
                attempt.accept(batch);
                return true;
            });
        } catch (ChatException unavailable) {
            LOG.debug("A write of {} is tried again", batch.size(), unavailable);
            batch.forEach(write -> write.pauseFor(RETRY_NANOS));
            if (closing) {
                // What can wait no longer for its head gets it from a repeat; the program has to end.
                release(lanes.remove(
                        batch.stream().filter(write -> write.answer().isDone()).toList()));
            }
            return;
        } catch (RuntimeException | Error defect) {
            batch.forEach(write -> write.refuse(defect));
            release(lanes.remove(batch));
            return;
        }
        List<W> settled =
                lanes.remove(batch.stream().filter(PendingWrite::isSettled).toList());
        delivery.execute(() -> settled.forEach(this::deliver));
    }

    private void append(List<PendingAppend> batch) {
        inserter.insert(batch.stream().filter(append -> !append.isSettled()).toList());
        heads.follow(batch);
    }

    private void deliver(PendingWrite<?> settled) {
        try {
            settled.deliver();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void release(List<? extends PendingWrite<?>> gone) {
        waiting.addAndGet(-gone.size());
    }

    private void expire() {
        long now = System.nanoTime();
        for (PendingWrite<?> oldest = unanswered.peek();
                oldest != null && oldest.expire(now);
                oldest = unanswered.peek()) {
            unanswered.poll();
        }
    }

    private static Thread daemon(Runnable work, String role) {
        Thread thread = new Thread(work, "mongo-" + role);
        thread.setDaemon(true);
        return thread;
    }
}
