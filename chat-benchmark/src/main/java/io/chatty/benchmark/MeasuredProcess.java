package io.chatty.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program that runs beside this one and whose processor time is read. */
final class MeasuredProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final int REMEMBERED_LINES = 20;

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private MeasuredProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a program and waits until it says that it is ready.
     *
     * @param sign what the line contains by which the program says so
     * @throws IllegalStateException with its last lines, if it ends or does not say so within a minute
     */
    static MeasuredProcess start(List<String> command, Map<String, String> environment, String sign) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            MeasuredProcess started = new MeasuredProcess(builder.start());
            Thread reader = new Thread(() -> started.read(sign), "output of " + command.get(0));
            reader.setDaemon(true);
            reader.start();
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        try {
            ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            close();
            synchronized (lastLines) {
                throw new IllegalStateException("not ready; it said " + lastLines, e);
            }
        }
    }

    private void read(String sign) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lastLines) {
                    if (lastLines.size() == REMEMBERED_LINES) {
                        lastLines.removeFirst();
                    }
                    lastLines.addLast(line);
                }
                if (line.contains(sign)) {
                    ready.complete(line);
                }
            }
        } catch (IOException brokeOff) {
            // The process was ended.
        }
        ready.completeExceptionally(new IllegalStateException("ended"));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor seconds since the start, as the operating system counts them. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
