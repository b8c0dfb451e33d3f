package io.chatty.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private final CyclicBarrier allThree = new CyclicBarrier(3);

    @Test
    void runsAllAtTheSameTimeAndKeepsTheirOrder() {
        assertThat(Together.run(List.of(() -> meet("a"), () -> meet("b"), () -> meet("c"))))
                .containsExactly("a", "b", "c");
    }

    private String meet(String name) throws InterruptedException, BrokenBarrierException {
        allThree.await();
        return name;
    }

    @Test
    void failsWithTheFailureOfATask() {
        assertThatThrownBy(() -> Together.run(List.of(() -> {
                    throw new IllegalStateException("broken");
                })))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseMessage("broken");
    }
}
