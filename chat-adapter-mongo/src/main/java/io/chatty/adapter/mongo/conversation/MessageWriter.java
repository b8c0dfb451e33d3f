package io.chatty.adapter.mongo.conversation;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.AppendOutcome;
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
 * Takes drafts from any thread and stores them on one of its own: group commit without timers, in which what arrives
 * during a write forms the next one. A write holds at most one message of a conversation, so that one that is refused
 * leaves no gap, and drafts of a conversation keep their order. Outcomes are handed out on a second thread while the next
 * write is under way.
 *
 * <p>Each draft is answered within five seconds of its arrival, whatever the database does; a third thread sees to it.
 */
@Component
final class MessageWriter implements AutoCloseable {

    /** Most drafts that may be accepted and not yet answered. */
    static final int MAX_WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    private static final long DEADLINE_CHECK_MILLIS = 100;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final MongoStore store;
    private final MessageInserter inserter;
    private final HeadWriter heads;
    private final LinkedBlockingQueue<PendingAppend> arrivals = new LinkedBlockingQueue<>();
    private final Queue<PendingAppend> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> passing = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Lanes lanes = new Lanes();
    private final ExecutorService delivery = Executors.newSingleThreadExecutor(task -> daemon(task, "delivery"));
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "deadlines"));
    private final Thread thread = daemon(this::run, "writer");
    private volatile boolean closing;

    MessageWriter(MongoStore store, MessageInserter inserter, HeadWriter heads) {
        this.store = store;
        this.inserter = inserter;
        this.heads = heads;
        thread.start();
        deadlines.scheduleWithFixedDelay(
                this::expire, DEADLINE_CHECK_MILLIS, DEADLINE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    CompletionStage<AppendOutcome> append(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        PendingAppend append = new PendingAppend(draft, inOrder);
        // Counted before the look at closing: the writer's thread does not end while anything is counted.
        if (waiting.incrementAndGet() > MAX_WAITING || closing) {
            waiting.decrementAndGet();
            append.refuse(TEMPORARILY_UNAVAILABLE.refusal());
        } else {
            unanswered.add(append);
            arrivals.add(append);
        }
        return append.answer();
    }

    /** Completes on the thread that hands outcomes out, once the writer's came by: no message waits for one of them. */
    CompletionStage<Void> pass() {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        passing.add(passed);
        return passed;
    }

    /** Refuses new drafts and returns when the accepted ones are answered. */
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
                List<PendingAppend> batch = lanes.next(System.nanoTime());
                release(lanes.abandoned());
                if (!batch.isEmpty()) {
                    write(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a draft if there is nothing else to do, and takes all that have come. */
    private void takeArrivals() throws InterruptedException {
        long pause = lanes.pause(System.nanoTime(), IDLE_NANOS);
        PendingAppend first = pause > 0 ? arrivals.poll(pause, TimeUnit.NANOSECONDS) : arrivals.poll();
        for (PendingAppend append = first; append != null; append = arrivals.poll()) {
            lanes.add(append);
        }
    }

    private void write(List<PendingAppend> batch) {
        try {
            store.call(() -> {
                inserter.insert(batch.stream()
                        .filter(append -> append.outcome() == null)
                        .toList());
                heads.follow(batch);
                return true;
            });
        } catch (ChatException unavailable) {
            LOG.debug("A write of {} messages is tried again", batch.size(), unavailable);
            batch.forEach(append -> append.pauseFor(RETRY_NANOS));
            if (closing) {
                // What can wait no longer for its head gets it from a repeat; the program has to end.
                release(lanes.remove(batch.stream()
                        .filter(append -> append.answer().isDone())
                        .toList()));
            }
            return;
        } catch (RuntimeException | Error defect) {
            batch.forEach(append -> append.refuse(defect));
            release(lanes.remove(batch));
            return;
        }
        List<PendingAppend> settled =
                batch.stream().filter(append -> append.outcome() != null).toList();
        lanes.remove(settled);
        delivery.execute(() -> settled.forEach(this::deliver));
    }

    private void deliver(PendingAppend settled) {
        try {
            settled.deliver();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void release(List<PendingAppend> gone) {
        waiting.addAndGet(-gone.size());
    }

    private void expire() {
        long now = System.nanoTime();
        for (PendingAppend oldest = unanswered.peek();
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
