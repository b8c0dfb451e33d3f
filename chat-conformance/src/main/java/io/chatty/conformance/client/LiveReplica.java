package io.chatty.conformance.client;

import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Replica} at the end of a live connection that may be cut at any time. Thread-safe; what it hears and reads it
 * takes in on a thread of its own.
 */
public final class LiveReplica implements AutoCloseable {

    private final ChattyPerson person;
    private final Patience patience;
    private final Replica replica;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(LiveReplica::daemon);
    private @Nullable ChattySession session;

    LiveReplica(ChattyPerson person, Patience patience) {
        this.person = person;
        this.patience = patience;
        this.replica = new Replica(new RestReplicaSource(person));
    }

    /** What is held. */
    public Replica replica() {
        return replica;
    }

    /** Listens first, and then reads what was missed. */
    public synchronized void connect() {
        ChattySession opened = person.connect();
        session = opened;
        opened.events().offerTo(event -> {
            thread.execute(() -> hear(event));
            return true;
        });
        patience.await("sync", CompletableFuture.runAsync(() -> replica.sync(0), thread));
    }

    /** The connection is gone without a word. */
    public synchronized void cut() {
        if (session != null) {
            session.connection().abort();
            session = null;
        }
    }

    /** Waits until a conversation is known up to a number. */
    public void await(String conversationId, long rev) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        var looking = thread.scheduleWithFixedDelay(
                () -> {
                    if (replica.rev(conversationId) >= rev) {
                        reached.complete(null);
                    }
                },
                0,
                10,
                TimeUnit.MILLISECONDS);
        try {
            patience.await("rev " + rev, reached);
        } finally {
            looking.cancel(false);
        }
    }

    @Override
    public synchronized void close() {
        cut();
        thread.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is missing now may have come by then
    private void hear(JsonObject event) {
        if (replica.hear(event)) {
            thread.schedule(replica::closeGaps, Replica.GAP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "live-replica");
        thread.setDaemon(true);
        return thread;
    }
}
