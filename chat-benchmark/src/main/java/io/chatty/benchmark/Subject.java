package io.chatty.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.chatty.conformance.client.ChattyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The application under load with its store.
 *
 * @param name of the store
 * @param place of the store: the database file, or the address of the replica set
 * @param launch how the application is started
 * @param store the store's own process; null if the store lives in the application
 */
record Subject(
        String name,
        String place,
        Launch launch,
        ChattyServer server,
        MeasuredProcess application,
        @Nullable MeasuredProcess store)
        implements AutoCloseable {

    /**
     * The application on a fresh SQLite file.
     *
     * @param application its command line
     */
    static Subject onSqlite(List<String> application, Path folder) {
        Path data = folder.resolve("sqlite");
        return start(
                "SQLite",
                data.resolve("chatty.db").toString(),
                Launch.of(application, Map.of("CHATTY_DATA", data.toString())),
                null);
    }

    /**
     * The application on a fresh MongoDB replica set of one node.
     *
     * @param application its command line
     */
    static Subject onMongo(List<String> application, Path mongod, Path folder) throws IOException {
        int port = MeasuredProcess.freePort();
        Path data = Files.createDirectories(folder.resolve("mongo"));
        List<String> command = List.of(
                mongod.toString(),
                "--dbpath",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--bind_ip",
                "127.0.0.1",
                "--replSet",
                "rs0",
                "--wiredTigerCacheSizeGB",
                "0.5");
        MeasuredProcess store = MeasuredProcess.start(command, Map.of(), "Waiting for connections");
        String set = "mongodb://127.0.0.1:" + port + "/chatty?replicaSet=rs0";
        try {
            initiate("127.0.0.1:" + port, set);
            return start("MongoDB", set, Launch.of(application, Map.of("SPRING_MONGODB_URI", set)), store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Makes a set of the one node, and waits until it is the primary. */
    private static void initiate(String address, String set) {
        try (MongoClient client = MongoClients.create("mongodb://" + address + "/?directConnection=true")) {
            Document member = new Document("_id", 0).append("host", address);
            Document config = new Document("_id", "rs0").append("members", List.of(member));
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
        }
        try (MongoClient client = MongoClients.create(set)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        }
    }

    private static Subject start(String name, String place, Launch launch, @Nullable MeasuredProcess store) {
        return new Subject(name, place, launch, ChattyServer.at(launch.address()), launch.start(), store);
    }

    /** Stops the application, does something to its store, and starts it again at the same address. */
    Subject restart(Runnable meanwhile) {
        application.close();
        meanwhile.run();
        return start(name, place, launch, store);
    }

    double storeCpuSeconds() {
        return store == null ? 0 : store.cpuSeconds();
    }

    /** How the application is started. */
    record Launch(List<String> command, Map<String, String> environment) {

        static Launch of(List<String> command, Map<String, String> environment) {
            Map<String, String> all = new HashMap<>(environment);
            all.put("SERVER_PORT", String.valueOf(MeasuredProcess.freePort()));
            // People register before the clock runs; their hashes are not what is measured.
            all.put("CHATTY_BCRYPT_STRENGTH", "4");
            // They all come from one address, and a few of them do what thousands would.
            all.put("SPRING_CONFIG_IMPORT", "file:chat-bootstrap/src/test/resources/raised-limits.properties");
            // A hundred people may by default send 10,000 messages a second, which is what is to be found out.
            all.put("CHATTY_LIMITS_FRAMESPERSECOND", "1000");
            return new Launch(command, all);
        }

        String address() {
            return "http://localhost:" + environment.get("SERVER_PORT");
        }

        MeasuredProcess start() {
            return MeasuredProcess.start(command, environment, " is ready at ");
        }
    }

    @Override
    public void close() {
        application.close();
        if (store != null) {
            store.close();
        }
    }
}
