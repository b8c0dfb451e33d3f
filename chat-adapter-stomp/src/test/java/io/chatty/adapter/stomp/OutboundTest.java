package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;

class OutboundTest {

    private final FakeSocket socket = new FakeSocket();
    private final AtomicInteger overflows = new AtomicInteger();
    private final Outbound outbound = new Outbound(socket, 100_000, overflows::incrementAndGet);

    private void send(String text) {
        outbound.send(text, text.length());
    }

    @Test
    void sendsAtOnceWhereTheClientKeepsUp() {
        send("a");
        send("b");

        assertThat(socket.given).containsExactly("a", "b");
    }

    @Test
    void keepsTheOrderAndWaitsWhereItDoesNot() {
        socket.taking = false;
        String large = "x".repeat(20_000);
        send(large);
        send("b");
        send("c");
        assertThat(socket.given).containsExactly(large);

        socket.take();

        assertThat(socket.given).containsExactly(large, "b", "c");
    }

    @Test
    void givesSmallFramesTogether() {
        socket.taking = false;
        for (int i = 0; i < 10; i++) {
            send("frame " + i);
        }

        assertThat(socket.given).hasSize(10);
    }

    @Test
    void doesNotRunOutOfStackWhereTheSocketAnswersAtOnce() {
        socket.taking = false;
        send("x".repeat(20_000));
        for (int i = 0; i < 50_000; i++) {
            send("x");
        }
        socket.taking = true;

        socket.take();

        assertThat(socket.given).hasSize(50_001);
    }

    @Test
    void forgetsEverythingAndSaysSoOnceWhenTooMuchWaits() {
        socket.taking = false;
        send("x".repeat(60_000));
        send("x".repeat(40_000));
        assertThat(overflows).hasValue(0);

        send("x");
        send("x");
        outbound.close(null, CloseStatus.NORMAL);
        socket.take();

        assertThat(overflows).hasValue(1);
        assertThat(socket.given).hasSize(1);
        assertThat(socket.closed).isEmpty();
    }

    @Test
    void closesAfterWhatWasSentBefore() {
        socket.taking = false;
        send("x".repeat(20_000));
        outbound.close("last", CloseStatus.NORMAL);
        send("too late");
        outbound.close("later still", CloseStatus.SERVER_ERROR);
        assertThat(socket.closed).isEmpty();

        socket.take();
        assertThat(socket.closed).isEmpty();
        assertThat(socket.given).endsWith("last");

        socket.take();
        assertThat(socket.closed).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void closesAtOnceWhereNothingWaits() {
        outbound.close(null, CloseStatus.NORMAL);

        assertThat(socket.closed).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void knowsForHowLongTheClientTookNothing() {
        assertThat(outbound.stalledFor(System.nanoTime() + 1_000)).isZero();
        socket.taking = false;
        send("x");

        assertThat(outbound.stalledFor(System.nanoTime() + 1_000)).isGreaterThanOrEqualTo(1_000);
        assertThat(outbound.quietFor(System.nanoTime() + 1_000)).isZero();

        socket.take();
        assertThat(outbound.stalledFor(System.nanoTime() + 1_000)).isZero();
        assertThat(outbound.quietFor(System.nanoTime() + 1_000)).isGreaterThanOrEqualTo(1_000);
    }

    /** A socket whose client takes texts at once, or when told. */
    private static final class FakeSocket implements StompSocket {

        private final List<String> given = new ArrayList<>();
        private final List<CloseStatus> closed = new ArrayList<>();
        private final Deque<Runnable> untaken = new ArrayDeque<>();
        private boolean taking = true;

        @Override
        public void send(String text, Runnable sent, Runnable failed) {
            given.add(text);
            if (taking) {
                sent.run();
            } else {
                untaken.add(sent);
            }
        }

        /** Takes what was given up to now. */
        void take() {
            List<Runnable> now = List.copyOf(untaken);
            untaken.clear();
            now.forEach(Runnable::run);
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseStatus status) {
            closed.add(status);
        }

        @Override
        public void disconnect() {}
    }
}
