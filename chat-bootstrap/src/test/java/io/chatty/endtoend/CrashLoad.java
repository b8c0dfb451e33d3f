package io.chatty.endtoend;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Pairs of people who write in the same conversations at once. */
final class CrashLoad {

    private static final int PAIRS = 24;

    private final AtomicLong inFlight = new AtomicLong();
    private final List<CrashWriter> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    private CrashLoad() {}

    static CrashLoad begin(ChattyServer server, long seed) {
        CrashLoad load = new CrashLoad();
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            ChattyPerson alice = server.register("Alice");
            ChattyPerson bob = server.register("Bob");
            String talk = alice.openConversationWith(bob);
            bob.openConversationWith(alice);
            load.pairs.add(new Pair(alice, bob, talk));
            for (ChattyPerson person : List.of(alice, bob)) {
                load.writers.add(new CrashWriter(person, talk, new Random(random.nextLong()), load.inFlight));
            }
        }
        for (CrashWriter writer : load.writers) {
            Thread thread = new Thread(writer, "crash-writer");
            thread.setDaemon(true);
            thread.start();
            load.threads.add(thread);
        }
        return load;
    }

    long acknowledged() {
        return writers.stream().mapToLong(CrashWriter::acknowledged).sum();
    }

    /** Whether somebody waits for an answer at this moment. */
    boolean isUnderWay() {
        return inFlight.get() > 0;
    }

    /** Lets everybody finish what is under way, and compares. */
    CrashVerdict finish() throws InterruptedException {
        writers.forEach(CrashWriter::finish);
        for (Thread thread : threads) {
            thread.join();
        }
        CrashVerdict all = writers.stream().map(CrashWriter::judge).reduce(CrashVerdict.NOTHING, CrashVerdict::plus);
        long different = pairs.stream().filter(Pair::seesDifferently).count();
        return all.plus(new CrashVerdict(0, 0, 0, different, 0, 0));
    }

    private record Pair(ChattyPerson alice, ChattyPerson bob, String talk) {

        boolean seesDifferently() {
            return !seen(alice).equals(seen(bob));
        }

        private List<String> seen(ChattyPerson person) {
            return person.history(talk).stream()
                    .map(message -> message.number("seq") + " " + message.string("senderId") + " "
                            + message.number("rev") + " " + message.find("text"))
                    .toList();
        }
    }
}
