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
 * @param store the store's own process; null if the store lives in the application
 */
record Subject(
        String name,
        ChattyServer server,
        MeasuredProcess application,
        @Nullable MeasuredProcess store) implements AutoCloseable {

    /** The application on a fresh SQLite file. */
    static Subject onSqlite(Path jar, Path folder) {
        return start(
                "SQLite", jar, Map.of("CHATTY_DATA", folder.resolve("sqlite").toString()), null);
    }

    /** The application on a fresh MongoDB replica set of one node. */
    static Subject onMongo(Path jar, Path mongod, Path folder) throws IOException {
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
        String address = "127.0.0.1:" + port;
        try (MongoClient client = MongoClients.create("mongodb://" + address + "/?directConnection=true")) {
            Document member = new Document("_id", 0).append("host", address);
            Document config = new Document("_id", "rs0").append("members", List.of(member));
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
        }
        String uri = "mongodb://" + address + "/chatty?replicaSet=rs0";
        return start("MongoDB", jar, Map.of("SPRING_MONGODB_URI", uri), store);
    }

    private static Subject start(
            String name, Path jar, Map<String, String> environment, @Nullable MeasuredProcess store) {
        int port = MeasuredProcess.freePort();
        Map<String, String> all = new HashMap<>(environment);
        all.put("SERVER_PORT", String.valueOf(port));
        // People register before the clock runs; their hashes are not what is measured.
        all.put("CHATTY_BCRYPT_STRENGTH", "4");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        MeasuredProcess application =
                MeasuredProcess.start(List.of(java, "-Xmx512m", "-jar", jar.toString()), all, " is ready at ");
        return new Subject(name, ChattyServer.at("http://localhost:" + port), application, store);
    }

    double storeCpuSeconds() {
        return store == null ? 0 : store.cpuSeconds();
    }

    @Override
    public void close() {
        application.close();
        if (store != null) {
            store.close();
        }
    }
}
