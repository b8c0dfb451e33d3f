package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.mongo.MongoServer;
import io.chatty.conformance.client.ChattyServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged jar in a process of its own, with raised limits. */
final class PackagedServer implements AutoCloseable {

    /** A start on a busy machine takes its time. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Thread reader = new Thread(this::readLog, "output of the server");

    private PackagedServer(Map<String, String> store, int port, String... arguments) {
        this.port = port;
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Objects.requireNonNull(System.getProperty("chatty.jar"), "chatty.jar names the packaged jar");
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-jar", jar));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("CHATTY_BCRYPT_STRENGTH", "4");
        builder.environment().put("SPRING_CONFIG_IMPORT", RaisedLimits.file());
        builder.environment().putAll(store);
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.setDaemon(true);
        reader.start();
    }

    /** What makes the jar keep everything in a folder. */
    static Map<String, String> onSqlite(Path data) {
        return Map.of("CHATTY_DATA", data.toString());
    }

    /** What makes the jar keep everything in a database of the MongoDB under test. */
    static Map<String, String> onMongo(String uri) {
        return Map.of(
                "SPRING_MONGODB_URI",
                uri,
                "CHATTY_MONGO_ALLOWSTANDALONE",
                String.valueOf(!MongoServer.shared().isReal()));
    }

    /** The same for a jar that starts and warms up in half the time: of a short life a usual JVM spends most on compiling. */
    static Map<String, String> fast(Map<String, String> store) {
        Map<String, String> fast = new HashMap<>(store);
        fast.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return fast;
    }

    /** Starts the jar and returns at once. */
    static PackagedServer launch(Map<String, String> store, int port) {
        return new PackagedServer(store, port);
    }

    /** Starts the jar and waits until it says that it is ready. */
    static PackagedServer start(Map<String, String> store, int port) {
        PackagedServer server = launch(store, port);
        try {
            server.ready.orTimeout(START_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
            return server;
        } catch (CompletionException notReady) {
            server.close();
            throw notReady;
        }
    }

    /** The same on a folder. */
    static PackagedServer start(Path data, int port) {
        return start(onSqlite(data), port);
    }

    /** Has the jar do an operation instead of a server's work, and waits for its end. */
    static PackagedServer operate(Map<String, String> store, String... arguments) {
        PackagedServer operation = beginTo(store, arguments);
        operation.awaitExit();
        return operation;
    }

    /** Has the jar check a store, in which nothing must be broken. */
    static PackagedServer check(Map<String, String> store) {
        PackagedServer check = beginTo(store, "check");
        assertThat(check.awaitExit()).as(check.log().toString()).isZero();
        return check;
    }

    /** Has the jar begin an operation, and returns at once. */
    static PackagedServer beginTo(Map<String, String> store, String... arguments) {
        return new PackagedServer(store, 0, arguments);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChattyServer client() {
        return ChattyServer.at("http://localhost:" + port);
    }

    /** Whether it has said that it is ready. */
    boolean isReady() {
        return ready.isDone() && !ready.isCompletedExceptionally();
    }

    /** Everything printed so far. */
    List<String> log() {
        return log;
    }

    /** Memory of the process that is not swapped out, in MiB, as Linux counts it. */
    long residentMebibytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** {@code kill}: asks the process to stop, and waits until it has. */
    int stop() {
        askToStop();
        return awaitExit();
    }

    /** {@code kill}: asks the process to stop. */
    void askToStop() {
        process.destroy();
    }

    /** Waits for the process to end, with all of its output read. */
    int awaitExit() {
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running; it said " + log);
            }
            reader.join(START_LIMIT.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted; the process said " + log, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readLog() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                log.add(line);
                if (line.contains(" is ready at ")) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            log.add("(output broke off)");
        }
        ready.completeExceptionally(new AssertionError("ended before it was ready; it said " + log));
    }
}
