package io.chatty.endtoend;

import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.LiveReplica;
import io.chatty.conformance.client.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * People who all talk with their neighbours in a ring at once, and for each of them a second client that listens and keeps
 * itself whole by the sync protocol. So many deeds are asked for a second; each person has one under way in a conversation.
 */
final class CrashLoad implements AutoCloseable {

    private static final int PEOPLE = 12;
    private static final int NEIGHBOURS = 3;
    private static final int DEEDS_A_SECOND = 1_000;
    private static final int TICK_MILLIS = 10;
    private static final int THREADS = 4;
    private static final Duration OUTCOME_WITHIN = Duration.ofSeconds(60);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, CrashLoad::daemon);
    private final List<CrashClient> clients = new ArrayList<>();
    private final List<CrashTalk> talks = new ArrayList<>();
    private final Map<String, LiveReplica> observers = new LinkedHashMap<>();
    private final Queue<CrashWriter> idle = new ConcurrentLinkedQueue<>();
    private boolean over;

    private CrashLoad() {}

    static CrashLoad begin(ChattyServer server, long seed) {
        CrashLoad load = new CrashLoad();
        Random random = new Random(seed);
        for (int i = 0; i < PEOPLE; i++) {
            ChattyPerson person = server.register("Writer");
            load.clients.add(new CrashClient(person, load.threads));
            load.observers.put(person.id(), person.replicate());
        }
        for (int i = 0; i < PEOPLE; i++) {
            for (int j = 1; j <= NEIGHBOURS; j++) {
                load.open(load.clients.get(i), load.clients.get((i + j) % PEOPLE), random);
            }
        }
        load.observe();
        load.talks.stream().flatMap(CrashTalk::writers).forEach(load.idle::add);
        Future<?> unused = load.threads.scheduleAtFixedRate(load::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return load;
    }

    private void open(CrashClient one, CrashClient other, Random random) {
        String id = one.person().openConversationWith(other.person());
        other.person().openConversationWith(one.person());
        talks.add(new CrashTalk(
                id,
                new CrashWriter(one, id, new Random(random.nextLong())),
                one.person(),
                new CrashWriter(other, id, new Random(random.nextLong())),
                other.person()));
    }

    private synchronized void tick() {
        for (int i = 0; i < DEEDS_A_SECOND * TICK_MILLIS / 1_000 && !over; i++) {
            CrashWriter next = idle.poll();
            if (next == null) {
                return;
            }
            next.act().whenComplete((done, failure) -> {
                if (failure == null) {
                    idle.add(next);
                }
            });
        }
    }

    /** One of the people. */
    ChattyPerson anybody() {
        return clients.get(0).person();
    }

    /** How many messages are acknowledged. */
    long acknowledged() {
        return talks.stream()
                .flatMap(CrashTalk::writers)
                .mapToLong(CrashWriter::acknowledged)
                .sum();
    }

    /** How many commands were cut off from their answer so far, and are repeated. */
    long unanswered() {
        return clients.stream().mapToLong(CrashClient::unanswered).sum();
    }

    /** How many deeds have no outcome yet. */
    long underWay() {
        return talks.stream()
                .flatMap(CrashTalk::writers)
                .filter(writer -> !writer.deed().isDone())
                .count();
    }

    /** The listening clients are cut off. */
    void stopObserving() {
        observers.values().forEach(LiveReplica::cut);
    }

    /** The listening clients connect, again and again until each is whole. */
    void observe() {
        Together.run(observers.values().stream()
                .<Callable<Boolean>>map(observer -> () -> {
                    await().ignoreExceptions().atMost(OUTCOME_WITHIN).until(() -> {
                        observer.cut();
                        observer.connect();
                        return true;
                    });
                    return true;
                })
                .toList());
    }

    /** Lets everybody finish what is under way, and compares. */
    CrashVerdict finish() {
        synchronized (this) {
            over = true;
        }
        CompletableFuture.allOf(talks.stream()
                        .flatMap(CrashTalk::writers)
                        .map(CrashWriter::deed)
                        .toArray(CompletableFuture[]::new))
                .orTimeout(OUTCOME_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .join();
        return talks.stream().map(talk -> talk.judge(observers)).reduce(CrashVerdict.clean(0), CrashVerdict::plus);
    }

    @Override
    public void close() {
        observers.values().forEach(LiveReplica::close);
        clients.forEach(CrashClient::close);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "crash-load");
        thread.setDaemon(true);
        return thread;
    }
}
