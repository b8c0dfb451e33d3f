package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server under load, and what becomes of it at random instants. */
final class CrashRun implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CrashRun.class);

    private static final long LEAST_ACKNOWLEDGED = 10_000;
    private static final int LEAST_ALIVE_MILLIS = 2_000;
    private static final int ALIVE_SPREAD_MILLIS = 8_000;
    private static final Duration ENOUGH_WITHIN = Duration.ofMinutes(2);
    private static final Duration FELT_WITHIN = Duration.ofSeconds(20);

    /** Half the time to start and to warm up: of the seconds between two ends a usual JVM spends most on compiling. */
    private static final String FAST_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Map<String, String> store;
    private final long seed;
    private final Random random;
    private final int port = PackagedServer.freePort();
    private final CrashLoad load;
    private PackagedServer server;
    private int blows;
    private int met;
    private long measured;
    private long measuredNanos;

    private CrashRun(Map<String, String> store, long seed) {
        this.store = new HashMap<>(store);
        this.store.put("JAVA_TOOL_OPTIONS", FAST_START);
        this.seed = seed;
        this.random = new Random(seed);
        this.server = PackagedServer.start(this.store, port);
        this.load = CrashLoad.begin(server.client(), seed);
    }

    static CrashRun begin(Map<String, String> store) {
        return new CrashRun(store, Long.getLong("crash.seed", System.nanoTime()));
    }

    /** The server is killed at some instant, what it leaves is checked, and it starts again. */
    void killTheServer() {
        long before = strike(server::kill);
        load.stopObserving();
        check();
        met += load.unanswered() > before ? 1 : 0;
        server = PackagedServer.start(store, port);
        load.observe();
    }

    /** How many commands had been cut off before. */
    private long strike(Runnable blow) {
        work(Duration.ofMillis(LEAST_ALIVE_MILLIS + random.nextInt(ALIVE_SPREAD_MILLIS)));
        long before = load.unanswered();
        blow.run();
        blows++;
        return before;
    }

    /** Lets people write for a while, and counts. */
    private void work(Duration time) {
        long start = System.nanoTime();
        long before = load.acknowledged();
        await().pollDelay(time).atMost(time.plus(FELT_WITHIN)).until(() -> true);
        measured += load.acknowledged() - before;
        measuredNanos += System.nanoTime() - start;
    }

    private void check() {
        PackagedServer check = PackagedServer.operate(store, "check");
        assertThat(check.awaitExit()).as(check.log().toString()).isZero();
    }

    /** Compares everything, and says in one line what came of it. */
    void judge(int leastASecond) {
        await().atMost(ENOUGH_WITHIN).until(() -> load.acknowledged() >= LEAST_ACKNOWLEDGED);
        CrashVerdict verdict = load.finish();
        long aSecond = Math.round(measured / (measuredNanos / 1e9));
        log.warn(
                "seed {}, {} kills, {}; {} kills met a send, {} messages a second", seed, blows, verdict, met, aSecond);

        assertThat(met).as("kills that met a send in flight").isPositive();
        assertThat(verdict).isEqualTo(CrashVerdict.clean(verdict.acknowledged()));
        assertThat(aSecond).as("messages a second").isGreaterThanOrEqualTo(leastASecond);
    }

    @Override
    public void close() {
        load.close();
        server.close();
    }
}
