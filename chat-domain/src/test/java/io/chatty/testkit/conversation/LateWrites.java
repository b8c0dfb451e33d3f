package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.user;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.conversation.SyncStep;
import io.chatty.domain.user.User;
import io.chatty.testkit.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run of a person's conversations in which two writers, whose clocks are 5 s apart, write what becomes visible up to
 * 10 s late, while a device of the person follows the cursors now and then. Time is simulated.
 */
final class LateWrites {

    static final int RUNS = 200;

    private static final int PEERS = 8;
    private static final int WRITES = 18;
    private static final int READS = 16;
    private static final int LENGTH_MILLIS = 40_000;
    private static final int MOST_DELAY_MILLIS = 10_000;
    private static final int SKEW_MILLIS = 5_000;
    private static final int SECONDS_BETWEEN_RUNS = 600;

    private final Instant begin;
    private final Random random;
    private final Store store;
    private final Store elsewhere;
    private final User reader;
    private final List<User> peers;
    private final SyncReader sync;
    private final Map<ConversationId, String> told = new HashMap<>();
    private SyncCursor cursor;

    LateWrites(int seed, Store store, Store elsewhere) {
        // After all other runs: to a store whose newest time lies ahead everything looks like a clock that was set
        // back.
        this.begin = NOW.plusSeconds((long) seed * SECONDS_BETWEEN_RUNS);
        this.random = new Random(seed);
        this.store = store;
        this.elsewhere = elsewhere;
        this.reader = user("reader-" + seed);
        this.peers = IntStream.range(0, PEERS)
                .mapToObj(i -> user("peer-" + seed + "-" + i))
                .toList();
        this.sync = SyncReaders.of(store);
        store.users().add(reader);
        peers.forEach(store.users()::add);
        this.cursor = sync.start(reader.id());
    }

    /** What the device holds of each conversation after it has followed the cursors to the end. */
    Map<ConversationId, String> told() {
        List<Happening> writes =
                IntStream.range(0, WRITES).mapToObj(i -> write(i)).toList();
        List<Happening> reads = IntStream.range(0, READS)
                .mapToObj(i -> new Happening(random.nextInt(LENGTH_MILLIS + MOST_DELAY_MILLIS), this::read))
                .toList();
        Stream.of(writes, reads)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Happening::visibleMillis))
                .forEach(happening -> happening.action().run());
        while (read()) {
            // Until there is no more to tell.
        }
        return told;
    }

    /** What is stored of each conversation. */
    Map<ConversationId, String> stored() {
        return states(
                peers.stream().map(peer -> pair(reader, peer).conversationId()).toList());
    }

    private Happening write(int number) {
        int written = random.nextInt(LENGTH_MILLIS);
        boolean here = random.nextBoolean();
        Instant stamp = begin.plusMillis(written + (here ? 0 : SKEW_MILLIS));
        Store writer = here ? store : elsewhere;
        User peer = peers.get(random.nextInt(PEERS));
        int kind = random.nextInt(4);
        int delay = random.nextBoolean() ? 0 : random.nextInt(MOST_DELAY_MILLIS);
        return new Happening(written + delay, () -> {
            ConversationId id = pair(reader, peer).conversationId();
            if (kind < 2 || writer.messages().head(id).lastSeq() == 0) {
                await(writer.messages().append(at(stamp, draft(peer, reader, "number " + number))));
            } else if (kind == 2) {
                await(writer.messages().change(at(stamp, edit(pair(reader, peer), 1, peer, "number " + number))));
            } else {
                SettingsChange change = new SettingsChange(null, null, number % 2 == 0, null);
                writer.conversations().changeSettings(id, reader.id(), change, stamp);
            }
        });
    }

    /** Takes a step; returns whether there may be another. */
    private boolean read() {
        SyncStep step = sync.step(reader.id(), cursor, 1 + random.nextInt(PEERS));
        told.putAll(states(step.changed()));
        cursor = step.next();
        return step.hasMore() || !step.changed().isEmpty();
    }

    private Map<ConversationId, String> states(Collection<ConversationId> ids) {
        return store.conversations().findAll(ids, reader.id()).stream()
                .collect(Collectors.toMap(
                        ConversationEntry::id,
                        entry -> entry.head() + " " + entry.settings() + " " + entry.archived()));
    }

    private static void await(CompletionStage<?> stage) {
        stage.toCompletableFuture().join();
    }

    /** Something that takes place when it becomes visible. */
    private record Happening(int visibleMillis, Runnable action) {}
}
