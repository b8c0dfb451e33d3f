package io.chatty.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does the same thing many times at once. */
public final class Concurrently {

    private static final long PATIENCE_SECONDS = 30;

    private Concurrently() {}

    /**
     * Calls the action on as many threads as there are calls, all released at the same moment.
     *
     * @param action is given the number of the call, from 0
     * @return the answers in the order of these numbers
     * @throws IllegalStateException if a call threw, with that as its cause
     */
    public static <T> List<T> call(int times, IntFunction<T> action) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier start = new CyclicBarrier(times);
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return action.apply(number);
                });
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
