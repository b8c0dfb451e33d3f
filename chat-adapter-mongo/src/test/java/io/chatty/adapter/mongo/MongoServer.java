package io.chatty.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MongoDB under test, one for all tests of a process, in this order: the one that {@code CHATTY_TEST_MONGODB_URI}
 * names; the program {@code mongod} that {@code CHATTY_MONGOD} names or the PATH holds, started as a replica set of one
 * node; a stand-in in this process. Says in one line which it is.
 */
public final class MongoServer {

    private static final Logger LOG = LoggerFactory.getLogger(MongoServer.class);
    private static final MongoServer SHARED = find();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String base;
    private final String options;
    private final boolean real;

    private MongoServer(String base, String options, boolean real) {
        this.base = base;
        this.options = options;
        this.real = real;
    }

    public static MongoServer shared() {
        return SHARED;
    }

    /** Whether it is MongoDB and not a stand-in, which has no replica set, no secondary indexes and no journal. */
    public boolean isReal() {
        return real;
    }

    /** The address of a database that nobody else uses. */
    public String freshDatabase() {
        return base + "/chatty_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet() + options;
    }

    /** Removes a database that {@link #freshDatabase} named. */
    public void drop(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(uri.substring(base.length() + 1, uri.length() - options.length()))
                    .drop();
        }
    }

    private static MongoServer find() {
        MongoServer found = named().or(MongoServer::started).orElseGet(MongoServer::standIn);
        try (MongoClient client = MongoClients.create(found.base + "/" + found.options)) {
            String version = client.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
            LOG.warn("MongoDB under test: {} {}", found.real ? "mongod" : "stand-in", version);
        }
        return found;
    }

    private static Optional<MongoServer> named() {
        return environment("CHATTY_TEST_MONGODB_URI").map(uri -> {
            int question = uri.indexOf('?');
            String base = question < 0 ? uri : uri.substring(0, question);
            String options = question < 0 ? "" : uri.substring(question);
            return new MongoServer(base.endsWith("/") ? base.substring(0, base.length() - 1) : base, options, true);
        });
    }

    private static Optional<MongoServer> started() {
        return environment("CHATTY_MONGOD")
                .map(Path::of)
                .or(() -> Stream.of(environment("PATH").orElse("").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "mongod"))
                        .filter(Files::isExecutable)
                        .findFirst())
                .map(MongoServer::start);
    }

    private static MongoServer start(Path program) {
        try {
            Mongod mongod = Mongod.start(program, Files.createTempDirectory("chatty-mongod"), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(mongod::close));
            mongod.initiate();
            return new MongoServer("mongodb://" + mongod.address(), "?replicaSet=rs0", true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MongoServer standIn() {
        de.bwaldvogel.mongo.MongoServer server = new de.bwaldvogel.mongo.MongoServer(new MemoryBackend());
        var address = server.bind();
        return new MongoServer("mongodb://localhost:" + address.getPort(), "", false);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
