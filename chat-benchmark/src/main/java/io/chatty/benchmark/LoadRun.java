package io.chatty.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The load run: a hundred people talk in pairs, first as fast as they can with one message in flight each, then at 200
 * messages a second. Prints one row of a table for each round on each store. Load, application and store share the machine;
 * the processor time of the load is not counted.
 *
 * <p>If the system property {@code profile} names a folder, the application is recorded there while it is measured, and
 * what the recordings tell is printed. Recording costs some speed.
 */
final class LoadRun {

    private static final int PAIRS = 50;
    private static final int ROUNDS = 3;
    private static final int PACE = 200;
    private static final int USUAL_SECONDS = 20;

    /** Beyond the first round: a start, and people who register. */
    private static final int SECONDS_BEFORE = 10;

    private final int seconds;
    private final @Nullable Path profiles;
    private final PrintStream out;

    private LoadRun(int seconds, @Nullable Path profiles, PrintStream out) {
        this.seconds = seconds;
        this.profiles = profiles;
        this.out = out;
    }

    /**
     * Measures SQLite, and MongoDB if a {@code mongod} is named.
     *
     * @param arguments the packaged application; optionally the program {@code mongod}; optionally seconds
     */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        String last = arguments.get(arguments.size() - 1);
        boolean timed = last.chars().allMatch(Character::isDigit);
        List<Path> programs = arguments.subList(0, arguments.size() - (timed ? 1 : 0)).stream()
                .map(Path::of)
                .toList();
        String profile = System.getProperty("profile");
        new LoadRun(
                        timed ? Integer.parseInt(last) : USUAL_SECONDS,
                        profile == null ? null : Files.createDirectories(Path.of(profile)),
                        System.out)
                .measure(programs);
    }

    private void measure(List<Path> programs) throws IOException, InterruptedException {
        out.println("| store | msg/s | CPU s per 10,000: application | store | ack p50/p99 ms | delivery p50/p99 ms"
                + " | at " + PACE + " msg/s: ack | delivery |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        Path folder = Files.createTempDirectory("chatty-benchmark");
        try {
            try (Subject subject = Subject.onSqlite(application(programs.get(0), "sqlite"), folder)) {
                measure(subject);
            }
            if (programs.size() > 1) {
                List<String> application = application(programs.get(0), "mongo");
                try (Subject subject = Subject.onMongo(application, programs.get(1), folder)) {
                    measure(subject);
                }
            }
        } finally {
            Folders.delete(folder);
        }
        if (profiles != null) {
            for (String name : programs.size() > 1 ? List.of("sqlite", "mongo") : List.of("sqlite")) {
                out.printf(Locale.ROOT, "%nProfile of %s:%n", recording(profiles, name));
                Profile.read(recording(profiles, name)).print(out);
            }
        }
    }

    /** The command line, with a recording from after the first round on. */
    private List<String> application(Path jar, String name) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        if (profiles != null) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,delay=" + (seconds + SECONDS_BEFORE)
                    + "s,filename=" + recording(profiles, name));
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path recording(Path profiles, String name) {
        return profiles.resolve(name + ".jfr");
    }

    private void measure(Subject subject) throws InterruptedException {
        try (Talk talk = Talk.between(subject.server(), PAIRS)) {
            // Until the compilers are done, what is measured is the compilers.
            talk.asFastAsTheyCan(seconds);
            for (int round = 0; round < ROUNDS; round++) {
                double application = subject.application().cpuSeconds();
                double store = subject.storeCpuSeconds();
                Sample flood = talk.asFastAsTheyCan(seconds);
                application = subject.application().cpuSeconds() - application;
                store = subject.storeCpuSeconds() - store;
                Sample paced = talk.atRate(PACE, seconds);
                double tenThousands = flood.messages() / 10_000.0;
                out.printf(
                        Locale.ROOT,
                        "| %s | %,.0f | %.2f | %.2f | %s | %s | %s | %s |%n",
                        subject.name(),
                        flood.messagesPerSecond(),
                        application / tenThousands,
                        store / tenThousands,
                        middleAndTail(flood.acks()),
                        middleAndTail(flood.deliveries()),
                        middleAndTail(paced.acks()),
                        middleAndTail(paced.deliveries()));
            }
        }
    }

    private static String middleAndTail(Latencies latencies) {
        return String.format(Locale.ROOT, "%.1f / %.1f", latencies.percentile(50), latencies.percentile(99));
    }
}
