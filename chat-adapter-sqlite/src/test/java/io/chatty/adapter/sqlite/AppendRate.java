package io.chatty.adapter.sqlite;

import io.chatty.testkit.AppendLoad;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what a message costs under an {@link AppendLoad}. Run its {@code main} with the test class path; arguments:
 * messages a round, rounds, folder for the data.
 */
final class AppendRate {

    private static final Logger LOG = LoggerFactory.getLogger(AppendRate.class);

    private AppendRate() {}

    public static void main(String... arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory(Path.of(arguments.length > 2 ? arguments[2] : "target"), "rate");
        try (OpenStore store = new OpenStore(folder)) {
            AppendLoad load = new AppendLoad(store.ports());
            for (int round = 1; round <= rounds; round++) {
                measure(load, round, messages);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void measure(AppendLoad load, int round, int messages) throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        double rate = load.write(messages);
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        LOG.warn(
                "round {}: {} messages/s, {} CPU s per 10,000",
                round,
                Math.round(rate),
                String.format(Locale.ROOT, "%.3f", cpuSeconds * 10_000 / messages));
    }
}
