package io.chatty.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.util.FileSystemUtils;

/** A {@code mongod} in a process of its own, which can be stopped, killed and started again on the same data. */
public final class Mongod implements AutoCloseable {

    private static final long START_SECONDS = 60;
    private static final int STEP_DOWN_SECONDS = 30;
    private static final int UNLIMITED = 0;

    private final Path folder;
    private final int port;
    private final List<String> options;
    private int roomMebibytes;
    private Process process;

    private Mongod(Path folder, int port, List<String> options, int roomMebibytes) {
        this.folder = folder;
        this.port = port;
        this.options = options;
        this.roomMebibytes = roomMebibytes;
        this.process = launch();
    }

    /** Starts a member of a replica set in a folder of its own, and waits until it listens. */
    public static Mongod startMember(String... more) {
        List<String> options = new ArrayList<>(List.of("--replSet", "rs0"));
        options.addAll(List.of(more));
        return start(options, UNLIMITED);
    }

    /** Starts a server that belongs to no replica set. */
    public static Mongod startAlone() {
        return start(List.of(), UNLIMITED);
    }

    /**
     * Starts a replica set of one node on a disk that is soon full: none of its files grows beyond so many MiB, which takes
     * no rights and ends it as a full disk does.
     */
    public static Mongod startSetWithRoomFor(int mebibytes) {
        // With journals of the usual size, the first of them would not fit.
        List<String> options = List.of("--replSet", "rs0", "--wiredTigerEngineConfigString", "log=(file_max=2MB)");
        Mongod node = start(options, mebibytes);
        initiate(List.of(node));
        return node;
    }

    private static Mongod start(List<String> options, int roomMebibytes) {
        try {
            return new Mongod(Files.createTempDirectory("chatty-mongod"), freePort(), options, roomMebibytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a replica set of one node. */
    public static Mongod startSet() {
        Mongod node = startMember();
        initiate(List.of(node));
        return node;
    }

    /** The program that {@code CHATTY_MONGOD} names or the PATH holds. */
    public static Optional<Path> program() {
        return Optional.ofNullable(System.getenv("CHATTY_MONGOD"))
                .filter(named -> !named.isBlank())
                .map(Path::of)
                .or(() -> Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "mongod"))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    /** Makes one replica set of several nodes, and waits until it has a primary. */
    public static void initiate(List<Mongod> nodes) {
        List<Document> members = IntStream.range(0, nodes.size())
                .mapToObj(id ->
                        new Document("_id", id).append("host", nodes.get(id).address()))
                .toList();
        try (MongoClient client =
                MongoClients.create("mongodb://" + nodes.get(0).address() + "/?directConnection=true")) {
            client.getDatabase("admin")
                    .runCommand(new Document("replSetInitiate", new Document("_id", "rs0").append("members", members)));
        }
        String all = nodes.stream().map(Mongod::address).collect(Collectors.joining(","));
        try (MongoClient client = MongoClients.create("mongodb://" + all + "/?replicaSet=rs0")) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Whether it takes the writes of its replica set. */
    public boolean isPrimary() {
        try (MongoClient client = MongoClients.create("mongodb://" + address() + "/?directConnection=true")) {
            return client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary");
        }
    }

    /** Gives the writes of its replica set to another node, and does not take them back for a while. */
    public void stepDown() {
        try (MongoClient client = MongoClients.create("mongodb://" + address() + "/?directConnection=true")) {
            client.getDatabase("admin").runCommand(new Document("replSetStepDown", STEP_DOWN_SECONDS));
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts the program again on the data it left. */
    public void startAgain() {
        process = launch();
    }

    /** Waits until a full disk has ended it, and starts it again on one that has room. */
    public void startAgainWithRoom() {
        awaitEnd();
        roomMebibytes = UNLIMITED;
        startAgain();
    }

    /** SIGSTOP: the process is there and does nothing. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        if (roomMebibytes != UNLIMITED) {
            command.addAll(
                    List.of("bash", "-c", "trap '' XFSZ; ulimit -f $0; exec \"$@\"", "" + roomMebibytes * 1_024));
        }
        command.add(program().orElseThrow().toString());
        command.addAll(
                List.of("--dbpath", folder.toString(), "--bind_ip", "127.0.0.1", "--port", String.valueOf(port)));
        command.addAll(List.of("--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "64"));
        command.addAll(options);
        try {
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            CompletableFuture<Boolean> listening = new CompletableFuture<>();
            Thread reader = new Thread(() -> read(started, listening), "output of mongod");
            reader.setDaemon(true);
            reader.start();
            listening.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Process process, CompletableFuture<Boolean> listening) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.contains("Waiting for connections")) {
                    listening.complete(true);
                }
            }
        } catch (IOException brokeOff) {
            // The process was killed.
        }
        listening.completeExceptionally(new IllegalStateException("mongod ended before it listened"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
