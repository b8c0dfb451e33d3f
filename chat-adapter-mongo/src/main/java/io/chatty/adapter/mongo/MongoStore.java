package io.chatty.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.chatty.domain.StoreIdentity;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * One open database. Whatever is written through it has reached the journals of a majority before the call returns, and
 * whatever is read comes from the primary and was acknowledged by a majority: nothing that is shown can be taken back by a
 * fail-over. Closing it writes what was gathered. Thread-safe.
 */
public final class MongoStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MongoStore.class);

    private static final long FLUSH_SECONDS = 1;
    private static final int MOST_PARALLEL = 8;

    private final MongoClient client;
    private final MongoDatabase database;
    private final String place;
    private final MongoOperations operations;
    private final StoreIdentity identity;
    private final Outage outage;
    private final List<WriteBehind<?, ?>> gatherers = new CopyOnWriteArrayList<>();
    private final ExecutorService readers =
            Executors.newFixedThreadPool(MOST_PARALLEL, task -> daemon(task, "mongo-reader"));
    private final ScheduledExecutorService flusher =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "mongo-flusher"));
    private final ScheduledFuture<?> flushing;

    private MongoStore(MongoClient client, MongoConnection connection, StoreIdentity identity) {
        this.client = client;
        this.database = client.getDatabase(connection.database());
        this.place = connection.place();
        this.operations = Mapping.operations(client, database.getName());
        this.identity = identity;
        this.outage = new Outage(connection.servers(), () -> StartCheck.unreachable(client), System::nanoTime);
        this.flushing = flusher.scheduleWithFixedDelay(this::flush, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Connects, looks whether the server can keep what is promised, and makes indexes and identity where they are missing.
     *
     * @param uri in the form of MongoDB's connection strings, with the name of the database; {@code chatty} if it has none
     * @throws MongoStartException if there is no such server, or it cannot be used
     */
    public static MongoStore open(String uri, boolean allowStandalone) {
        return open(uri, allowStandalone, Schema::migrate);
    }

    /**
     * Connects to a store that is only looked at: nothing is made or changed, and a user who may read is enough.
     *
     * @throws MongoStartException if there is no such server or store, or its schema is not that of this version
     */
    static MongoStore openToRead(String uri, boolean allowStandalone) {
        return open(uri, allowStandalone, Schema::requireCurrent);
    }

    private static MongoStore open(
            String uri, boolean allowStandalone, BiFunction<MongoDatabase, String, StoreIdentity> schema) {
        MongoConnection connection = MongoConnection.parse(uri);
        MongoClient client = connection.open();
        StartCheck check = new StartCheck(connection, client);
        try {
            check.pass(allowStandalone);
            StoreIdentity identity = schema.apply(client.getDatabase(connection.database()), connection.place());
            return new MongoStore(client, connection, identity);
        } catch (RuntimeException e) {
            MongoStartException refusal = check.refusal(e);
            client.close();
            throw refusal;
        }
    }

    /** What the store calls itself when a program tells where its data is. */
    public String name() {
        return "MongoDB";
    }

    /** Database and servers, without whatever is secret. */
    public String place() {
        return place;
    }

    public StoreIdentity identity() {
        return identity;
    }

    void renewEpoch() {
        call(() -> Schema.renewEpoch(database));
    }

    /** For documents that are mapped. */
    public MongoOperations operations() {
        return operations;
    }

    /** For the path of a message, where the form of each command is part of what is promised. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /**
     * Runs commands.
     *
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the database does not answer in time, or
     *     cannot answer now
     */
    public <T> T call(Supplier<T> commands) {
        try {
            return commands.get();
        } catch (RuntimeException e) {
            RuntimeException translated = MongoFailures.translate(e);
            if (translated != e) {
                outage.isFelt(e);
            }
            throw translated;
        }
    }

    /** Asks the same of several things at once, a few at a time, and returns the answers in their order. */
    public <A, B> List<B> inParallel(List<A> things, Function<A, B> question) {
        if (things.size() <= 1) {
            return things.stream().map(question).toList();
        }
        List<CompletableFuture<B>> answers = things.stream()
                .map(thing -> CompletableFuture.supplyAsync(() -> question.apply(thing), readers))
                .toList();
        try {
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Runs commands on another thread, at least one of which writes: if they succeed, an outage is over. */
    public <T> CompletionStage<T> later(Supplier<T> commands) {
        return CompletableFuture.supplyAsync(
                () -> {
                    T answer = call(commands);
                    outage.isOver();
                    return answer;
                },
                readers);
    }

    /** A place to gather values that are written to a collection once a second and when the store is closed. */
    public <K, V> WriteBehind<K, V> writeBehind(String collection, WriteBehind.ValueWriter<K, V> valueWriter) {
        WriteBehind<K, V> gatherer = new WriteBehind<>(database.getCollection(collection), valueWriter);
        gatherers.add(gatherer);
        return gatherer;
    }

    @Override
    public void close() {
        flushing.cancel(false);
        flusher.shutdown();
        flush();
        readers.shutdown();
        client.close();
    }

    private synchronized void flush() {
        for (WriteBehind<?, ?> gatherer : gatherers) {
            try {
                gatherer.flush();
            } catch (RuntimeException e) {
                // Whatever it is, the next second is another chance.
                LOG.warn("Marks and times of presence are kept, for now they cannot be written: {}", e.toString());
            }
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
