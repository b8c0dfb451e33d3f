package io.chatty.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** As if everything in a database that {@link #freshDatabase} named had happened later. */
    public void shiftTimes(String uri, Duration later) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database =
                    client.getDatabase(uri.substring(base.length() + 1, uri.length() - options.length()));
            for (String name : database.listCollectionNames()) {
                MongoCollection<Document> collection = database.getCollection(name);
                for (Document document : collection.find().into(new ArrayList<>())) {
                    document.replaceAll((key, value) -> shifted(value, later));
                    collection.replaceOne(Filters.eq(document.get("_id")), document);
                }
            }
        }
    }

    private static Object shifted(Object value, Duration later) {
        if (value instanceof Document part) {
            part.replaceAll((key, inner) -> shifted(inner, later));
        }
        return value instanceof Date time ? Date.from(time.toInstant().plus(later)) : value;
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
        return Optional.ofNullable(System.getenv("CHATTY_TEST_MONGODB_URI"))
                .filter(uri -> !uri.isBlank())
                .map(uri -> {
                    int question = uri.indexOf('?');
                    String base = question < 0 ? uri : uri.substring(0, question);
                    String options = question < 0 ? "" : uri.substring(question);
                    return new MongoServer(
                            base.endsWith("/") ? base.substring(0, base.length() - 1) : base, options, true);
                });
    }

    private static Optional<MongoServer> started() {
        return Mongod.program().map(program -> {
            Mongod mongod = Mongod.startSet();
            Runtime.getRuntime().addShutdownHook(new Thread(mongod::close));
            return new MongoServer("mongodb://" + mongod.address(), "?replicaSet=rs0", true);
        });
    }

    private static MongoServer standIn() {
        de.bwaldvogel.mongo.MongoServer server = new de.bwaldvogel.mongo.MongoServer(new StandIn());
        var address = server.bind();
        return new MongoServer("mongodb://localhost:" + address.getPort(), "", false);
    }
}
