package io.chatty.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recorded process spent its time: processor time by thread, as the operating system charges it, and samples of
 * running Java code by part of the program. A thread within a system call or within SQLite is charged but not sampled. Not
 * thread-safe.
 */
final class Profile {

    private static final int MOST_ROWS = 12;

    /** How often the settings have the load of threads recorded; that of the process is once a second. */
    private static final Duration THREAD_PERIOD = Duration.ofSeconds(10);

    /** The beginnings of names of methods. A sample belongs to the part of its innermost frame that has one. */
    private static final Map<String, String> PARTS = parts();

    private final List<RecordedEvent> threadLoads = new ArrayList<>();
    private final List<RecordedEvent> processLoads = new ArrayList<>();
    private final Map<String, Double> samples = new HashMap<>();
    private final Map<String, Double> innermost = new HashMap<>();

    private Profile() {}

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("java.util.concurrent.", "hand-over between threads");
        parts.put("sun.nio.ch.", "sockets");
        parts.put("org.eclipse.jetty.", "Jetty");
        parts.put("io.chatty.adapter.stomp.", "STOMP");
        parts.put("org.springframework.", "Spring");
        parts.put("tools.jackson.", "JSON");
        parts.put("io.chatty.wire.", "JSON");
        parts.put("org.sqlite.", "SQLite and its driver");
        parts.put("io.chatty.adapter.sqlite.", "store");
        parts.put("com.mongodb.", "MongoDB's driver");
        parts.put("org.bson.", "MongoDB's driver");
        parts.put("io.chatty.adapter.mongo.", "store");
        parts.put("io.chatty.", "use cases, domain, memory");
        return parts;
    }

    /** Reads a recording that was made with the JDK's settings {@code profile}. */
    static Profile read(Path recording) throws IOException {
        Profile profile = new Profile();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                profile.take(file.readEvent());
            }
        }
        return profile;
    }

    private void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ThreadCPULoad" -> threadLoads.add(event);
            case "jdk.CPULoad" -> processLoads.add(event);
            case "jdk.ExecutionSample" -> sample(event.getStackTrace().getFrames());
            default -> {
                // Not asked for.
            }
        }
    }

    private void sample(List<RecordedFrame> frames) {
        count(innermost, name(frames.get(0)), 1);
        count(samples, part(frames), 1);
    }

    private static String part(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::name)
                .flatMap(frame ->
                        PARTS.keySet().stream().filter(frame::startsWith).limit(1))
                .findFirst()
                .map(PARTS::get)
                .orElse("the rest");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    /** Seconds of processor time by kind of thread. */
    private Map<String, Double> threads() {
        Instant first = threadLoads.stream()
                .map(RecordedEvent::getStartTime)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        // The first loads reach back to the start of the process.
        Instant from = first.plus(THREAD_PERIOD.dividedBy(2));
        Map<String, Double> seconds = new HashMap<>();
        double threads = 0;
        for (RecordedEvent load : threadLoads) {
            if (load.getStartTime().isAfter(from)) {
                double time = THREAD_PERIOD.toSeconds() * (load.getFloat("user") + (double) load.getFloat("system"));
                count(seconds, group(load.getThread()), time);
                threads += time;
            }
        }
        Instant last = threadLoads.stream()
                .map(RecordedEvent::getStartTime)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double process = processLoads.stream()
                .filter(load -> load.getStartTime().isAfter(first)
                        && !load.getStartTime().isAfter(last))
                .mapToDouble(load -> load.getFloat("jvmUser") + (double) load.getFloat("jvmSystem"))
                .sum();
        count(seconds, "no Java thread: garbage collection and the like", Math.max(0, process - threads));
        return seconds;
    }

    /** The name of a thread without what tells it from others of its kind. */
    private static String group(RecordedThread thread) {
        return Optional.ofNullable(thread)
                .map(RecordedThread::getJavaName)
                .map(name -> name.replaceAll("[-#]?\\d[-\\d]*$", ""))
                .orElse("");
    }

    private static void count(Map<String, Double> counts, String key, double more) {
        counts.merge(key, more, Double::sum);
    }

    /** Prints the largest of each as tables. */
    void print(PrintStream out) {
        print(out, "processor time", threads());
        print(out, "samples of Java code", samples);
        print(out, "innermost method", innermost);
    }

    private static void print(PrintStream out, String title, Map<String, Double> counts) {
        double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
        out.printf(Locale.ROOT, "%n| %s | %% |%n| --- | --- |%n", title);
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_ROWS)
                .forEach(entry ->
                        out.printf(Locale.ROOT, "| %s | %.1f |%n", entry.getKey(), entry.getValue() / all * 100));
    }
}
