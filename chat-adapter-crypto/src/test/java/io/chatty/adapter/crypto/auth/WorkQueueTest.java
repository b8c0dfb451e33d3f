package io.chatty.adapter.crypto.auth;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.chatty.domain.ChatException;
import io.chatty.testkit.Concurrently;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endAllWork() {
        end.countDown();
    }

    @Test
    void givesWhatTheWorkGives() {
        assertThat(new WorkQueue(1, 0, LONG).run(() -> "done")).isEqualTo("done");
    }

    @Test
    void letsAsManyWorkAsAllowedAndNeverMore() {
        WorkQueue queue = new WorkQueue(2, 14, LONG);
        AtomicInteger working = new AtomicInteger();
        CyclicBarrier meeting = new CyclicBarrier(2);

        assertThat(Concurrently.call(
                        16,
                        thread -> queue.run(() -> {
                            int atOnce = working.incrementAndGet();
                            meet(meeting);
                            working.decrementAndGet();
                            return atOnce;
                        })))
                .allMatch(atOnce -> atOnce <= 2);
    }

    @Test
    void refusesAtOnceWhenTooManyWait() {
        WorkQueue queue = new WorkQueue(1, 1, LONG);
        CompletableFuture<Boolean> worker = occupy(queue);
        Thread waiting = new Thread(() -> queue.run(() -> true));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        assertUnavailable(queue);

        end.countDown();
        assertThat(worker).succeedsWithin(LONG);
        await().until(() -> !waiting.isAlive());
        assertThat(queue.run(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void refusesWhoseTurnDoesNotComeInTime() {
        WorkQueue queue = new WorkQueue(1, 1, Duration.ofMillis(1));
        assertThat(occupy(queue)).isNotDone();

        assertUnavailable(queue);
        // The place of the one who gave up is free again.
        assertUnavailable(queue);
    }

    @Test
    void refusesAndStaysInterruptedWhenInterrupted() {
        WorkQueue queue = new WorkQueue(1, 1, LONG);
        Thread.currentThread().interrupt();

        assertUnavailable(queue);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isFreeAgainAfterWorkThatFails() {
        WorkQueue queue = new WorkQueue(1, 0, LONG);

        assertThatIllegalStateException()
                .isThrownBy(() -> queue.run(() -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(queue.run(() -> "free again")).isEqualTo("free again");
    }

    /** Works until the test ends it; returns once the work has begun. */
    private CompletableFuture<Boolean> occupy(WorkQueue queue) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> work = CompletableFuture.supplyAsync(() -> queue.run(() -> {
            begun.countDown();
            return awaitQuietly(end);
        }));
        awaitQuietly(begun);
        return work;
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertUnavailable(WorkQueue queue) {
        assertThatExceptionOfType(ChatException.class)
                .isThrownBy(() -> queue.run(() -> "done"))
                .extracting(ChatException::code)
                .isEqualTo(TEMPORARILY_UNAVAILABLE);
    }
}
