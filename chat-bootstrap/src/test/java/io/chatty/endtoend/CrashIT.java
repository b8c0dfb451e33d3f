package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server is killed again and again while people write: nothing that was acknowledged is lost, doubled or in another order,
 * and a check of the store finds no broken promise. {@code -Dcrash.cycles} says how often, {@code -Dcrash.seed} plays the
 * same choices again.
 */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class CrashIT {

    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);

    private static final int CYCLES = Integer.getInteger("crash.cycles", 2);
    private static final long LEAST_ACKNOWLEDGED = 10_000;

    /** A load worth the name where load, server and store share two cores with others; the line says what it was. */
    private static final long LEAST_PER_SECOND = 150;

    private static final Duration A_CYCLE = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    /** Where the server keeps everything, through its ends. */
    Map<String, String> store() {
        return PackagedServer.onSqlite(data);
    }

    @Test
    void costsNobodyAnAcknowledgedWord() throws InterruptedException {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        Map<String, String> store = store();
        int port = PackagedServer.freePort();
        PackagedServer server = PackagedServer.start(store, port);
        try {
            CrashLoad load = CrashLoad.begin(server.client(), seed);
            long each = Math.max(LEAST_ACKNOWLEDGED / CYCLES, 1_000) + 500;
            int met = 0;
            double seconds = 0;
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                long target = load.acknowledged() + each + random.nextInt(500);
                long start = System.nanoTime();
                await().atMost(A_CYCLE).pollInterval(Duration.ofMillis(5)).until(() -> load.acknowledged() >= target);
                seconds += (System.nanoTime() - start) / 1e9;
                met += load.isUnderWay() ? 1 : 0;
                server.kill();
                PackagedServer check = PackagedServer.operate(store, "check");
                assertThat(check.awaitExit()).as(check.log().toString()).isZero();
                server = PackagedServer.start(store, port);
            }
            CrashVerdict verdict = load.finish();
            log.warn(
                    "seed {}, {} kills, {} met a send, {} a second, {}",
                    seed,
                    CYCLES,
                    met,
                    Math.round(CYCLES * each / seconds),
                    verdict);

            assertThat(met).as("kills that met a send under way").isPositive();
            assertThat(verdict.acknowledged()).isGreaterThanOrEqualTo(LEAST_ACKNOWLEDGED);
            assertThat(CYCLES * each / seconds).as("a second").isGreaterThan(LEAST_PER_SECOND);
            assertThat(verdict).isEqualTo(new CrashVerdict(verdict.acknowledged(), 0, 0, 0, 0, 0));
        } finally {
            server.close();
        }
    }
}
