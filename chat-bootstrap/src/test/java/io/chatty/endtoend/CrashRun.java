package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server under load, and what becomes of it and of its store at random instants. */
final class CrashRun implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CrashRun.class);

    private static final long LEAST_ACKNOWLEDGED = 10_000;
    private static final int LEAST_ALIVE_MILLIS = 2_000;
    private static final int ALIVE_SPREAD_MILLIS = 8_000;
    private static final int OUTAGE_SPREAD_MILLIS = 6_000;
    private static final Duration ENOUGH_WITHIN = Duration.ofMinutes(2);

    private static final Duration HEALED_WITHIN = Duration.ofSeconds(60);

    /** So many messages after a blow say that all goes on. */
    private static final int GOES_ON = 100;

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
        this.store = PackagedServer.fast(store);
        this.seed = seed;
        this.random = new Random(seed);
        this.server = PackagedServer.start(this.store, port);
        this.load = CrashLoad.begin(server.client(), seed);
    }

    /** Starts the server with what the map names as its store, and the load. */
    static CrashRun begin(Map<String, String> store) {
        return new CrashRun(store, Long.getLong("crash.seed", System.nanoTime()));
    }

    /** The server is killed at some instant, what it leaves is checked, and it starts again. */
    void killTheServer() {
        long cutOff = load.unanswered();
        strike(server::kill);
        load.stopObserving();
        PackagedServer.check(store);
        met += load.unanswered() > cutOff ? 1 : 0;
        server = PackagedServer.start(store, port);
        load.observe();
    }

    /** Something happens to the store at some instant; a while later it ends, and all goes on. */
    void strikeTheStore(Runnable blow, Runnable end) {
        strike(() -> {
            met += load.underWay() > 0 ? 1 : 0;
            blow.run();
        });
        pass(Duration.ofMillis(random.nextInt(OUTAGE_SPREAD_MILLIS)));
        end.run();
        awaitMore();
        load.observe();
    }

    /** The node that takes the writes is gone at some instant, and comes back once all goes on without it. */
    void fellThePrimary(Runnable blow, Runnable comeBack) {
        strikeTheStore(blow, this::awaitMore);
        comeBack.run();
    }

    private void strike(Runnable blow) {
        Duration time = Duration.ofMillis(LEAST_ALIVE_MILLIS + random.nextInt(ALIVE_SPREAD_MILLIS));
        long start = System.nanoTime();
        long before = load.acknowledged();
        pass(time);
        measured += load.acknowledged() - before;
        measuredNanos += System.nanoTime() - start;
        blow.run();
        blows++;
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }

    private void awaitMore() {
        long enough = load.acknowledged() + GOES_ON;
        await().atMost(HEALED_WITHIN).until(() -> load.acknowledged() >= enough);
    }

    /** Compares everything, says in one line what came of it, and stops the server. */
    void judge(int leastASecond) {
        await().atMost(ENOUGH_WITHIN).until(() -> load.acknowledged() >= LEAST_ACKNOWLEDGED);
        CrashVerdict verdict = load.finish();
        long aSecond = Math.round(measured / (measuredNanos / 1e9));
        log.warn(
                "seed {}, {} kills, {}; {} kills met a send, {} messages a second", seed, blows, verdict, met, aSecond);

        assertThat(met).as("kills that met a send in flight").isPositive();
        verdict.assertClean();
        assertThat(aSecond).as("messages a second").isGreaterThanOrEqualTo(leastASecond);
        server.stop();
        PackagedServer.check(store);
    }

    @Override
    public void close() {
        load.close();
        server.close();
    }
}
