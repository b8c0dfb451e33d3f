package io.chatty.conformance.client;

import io.chatty.conformance.protocol.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Several things at the same time. */
public final class Together {

    private static final Patience ALL = new Patience(Duration.ofMinutes(5));

    private Together() {}

    /**
     * Runs each task on a thread of its own, all let go at one moment, and waits for all of them.
     *
     * @return the results in the order of the tasks
     * @throws AssertionError with the first failure as its cause, or when five minutes are not enough
     */
    public static <T> List<T> run(List<? extends Callable<T>> tasks) {
        CountDownLatch ready = new CountDownLatch(tasks.size());
        List<CompletableFuture<T>> results = new ArrayList<>();
        for (Callable<T> task : tasks) {
            CompletableFuture<T> result = new CompletableFuture<>();
            results.add(result);
            Thread thread = new Thread(() -> settle(result, task, ready), "together-" + results.size());
            thread.setDaemon(true);
            thread.start();
        }
        return results.stream()
                .map(result -> ALL.await("end of one of " + tasks.size() + " things at once", result))
                .toList();
    }

    private static <T> void settle(CompletableFuture<T> result, Callable<T> task, CountDownLatch ready) {
        try {
            ready.countDown();
            ready.await();
            result.complete(task.call());
        } catch (Exception | AssertionError failed) {
            result.completeExceptionally(failed);
        }
    }
}
