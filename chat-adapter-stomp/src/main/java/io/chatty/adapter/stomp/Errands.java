package io.chatty.adapter.stomp;

import io.chatty.domain.ChatException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What is done beside the threads that read and those that tell: looking after connections at intervals, and small things
 * that may wait for the store. Each kind has threads of its own, so that a slow store never keeps a ping from going out.
 * Thread-safe.
 */
@Component
final class Errands implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor threads = pool("stomp-errand-");
    private final ScheduledThreadPoolExecutor rounds = pool("stomp-round-");

    void run(Runnable errand) {
        later(Duration.ZERO, errand);
    }

    /** Does it again every second for as long as the store is away. */
    void insist(Runnable errand) {
        run(() -> {
            try {
                errand.run();
            } catch (ChatException away) {
                log.debug("put off: {}", away.code());
                later(RETRY, () -> insist(errand));
            }
        });
    }

    /** Does it at intervals until the answer is cancelled. */
    Future<?> repeat(Duration interval, Runnable errand) {
        return rounds.scheduleWithFixedDelay(
                () -> guarded(errand), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    void later(Duration delay, Runnable errand) {
        try {
            Future<?> unused = threads.schedule(() -> guarded(errand), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            log.debug("too late for an errand");
        }
    }

    private static void guarded(Runnable errand) {
        try {
            errand.run();
        } catch (ChatException away) {
            log.debug("given up: {}", away.code());
        } catch (RuntimeException | Error bug) {
            // Whatever it is: a round that throws would never come again.
            log.error("an errand failed", bug);
        }
    }

    /** What was begun may finish, so that those who just left are noted. */
    @Override
    public void destroy() throws InterruptedException {
        rounds.shutdownNow();
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private static ScheduledThreadPoolExecutor pool(String name) {
        AtomicInteger count = new AtomicInteger();
        var pool = new ScheduledThreadPoolExecutor(2, task -> {
            Thread thread = new Thread(task, name + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }
}
