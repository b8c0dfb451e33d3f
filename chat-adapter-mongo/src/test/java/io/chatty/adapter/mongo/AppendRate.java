package io.chatty.adapter.mongo;

import io.chatty.testkit.AppendLoad;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what a message costs under an {@link AppendLoad}. Run its {@code main} with the test class path on a real
 * {@code mongod} ({@link MongoServer}); arguments: messages a round, rounds.
 */
final class AppendRate {

    private static final Logger LOG = LoggerFactory.getLogger(AppendRate.class);

    private AppendRate() {}

    public static void main(String... arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String uri = MongoServer.shared().freshDatabase();
        try (OpenStore store = new OpenStore(uri)) {
            AppendLoad load = new AppendLoad(store.ports());
            for (int round = 1; round <= rounds; round++) {
                measure(load, round, messages);
            }
        } finally {
            MongoServer.shared().drop(uri);
        }
    }

    private static void measure(AppendLoad load, int round, int messages) throws InterruptedException {
        Duration driver = driverCpu();
        Duration server = serverCpu();
        double rate = load.write(messages);
        LOG.warn(
                "round {}: {} messages/s; CPU s per 10,000: driver {}, mongod {}",
                round,
                Math.round(rate),
                perTenThousand(driverCpu().minus(driver), messages),
                perTenThousand(serverCpu().minus(server), messages));
    }

    private static Duration driverCpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** That of the server that this process started; zero for one that runs elsewhere. */
    private static Duration serverCpu() {
        return ProcessHandle.current()
                .children()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String perTenThousand(Duration cpu, int messages) {
        return String.format(Locale.ROOT, "%.2f", cpu.toNanos() / 1e9 * 10_000 / messages);
    }
}
