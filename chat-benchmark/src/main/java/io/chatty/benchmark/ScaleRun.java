package io.chatty.benchmark;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.protocol.RestAnswer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The scale run: what is read of an account with 5,000 conversations and of a conversation with 1,000,000 messages takes as
 * long as the same with 50 and 10,000. Both are read in turn, so that whatever else the machine does meets both. Prints a row
 * for each read, and ends with 1 if one takes more than {@link #MOST} times as long.
 */
final class ScaleRun {

    private static final int MANY = 5_000;
    private static final int FEW = 50;
    private static final int LONG = 1_000_000;
    private static final int SHORT = 10_000;
    private static final int WARM_UP = 100;
    private static final int READS = 200;
    private static final double MOST = 1.2;

    private final PrintStream out;
    private boolean failed;

    ScaleRun(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures SQLite, and MongoDB if a {@code mongod} is named.
     *
     * @param programs the packaged application; optionally the program {@code mongod}
     * @return whether all reads are as fast as they should be
     */
    boolean measure(List<Path> programs) throws IOException {
        out.println("| store | read | small ms | large ms | ratio |");
        out.println("| --- | --- | --- | --- | --- |");
        Path folder = Files.createTempDirectory("chatty-benchmark");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> application =
                List.of(java, "-Xmx512m", "-jar", programs.get(0).toString());
        try {
            measure(Subject.onSqlite(application, folder));
            if (programs.size() > 1) {
                measure(Subject.onMongo(application, programs.get(1), folder));
            }
        } finally {
            Folders.delete(folder);
        }
        return !failed;
    }

    private void measure(Subject begun) {
        Account small = Account.open(begun.server(), FEW, SHORT);
        Account large = Account.open(begun.server(), MANY, LONG);
        Subject subject = begun.restart(() -> {
            Filler.age(begun);
            Filler.fill(begun, small.talk(), small.messages());
            Filler.fill(begun, large.talk(), large.messages());
        });
        try (subject) {
            Account smaller = small.wake();
            Account larger = large.wake();
            reads().forEach((name, read) -> compare(subject.name() + " | " + name, read, smaller, larger));
        }
    }

    private static Map<String, Function<Account, RestAnswer>> reads() {
        Map<String, Function<Account, RestAnswer>> reads = new LinkedHashMap<>();
        reads.put("newest 50 messages", account -> messages(account, "limit=50"));
        reads.put("50 before the middle", account -> messages(account, "limit=50&before=" + account.messages() / 2));
        reads.put("50 around the middle", account -> messages(account, "limit=50&around=" + account.messages() / 2));
        reads.put(
                "last 50 changes",
                account -> account.person().in(account.talk()).changes(account.messages() - 49));
        reads.put("list, 20 conversations", account -> list(account, "limit=20"));
        reads.put("list, archived", account -> list(account, "limit=20&filter=archived"));
        reads.put("sync, nothing new", account -> account.person().sync(account.latest(), 0));
        reads.put(
                "sync, first 20 since the beginning",
                account -> get(account.person(), "sync?limit=20&since=" + account.beginning()));
        reads.put(
                "conversation with half of it unread",
                account -> get(account.peer(), "conversations/" + account.talk()));
        return reads;
    }

    private static RestAnswer messages(Account account, String query) {
        return get(account.person(), "conversations/" + account.talk() + "/messages?" + query);
    }

    private static RestAnswer list(Account account, String query) {
        return get(account.person(), "conversations?" + query);
    }

    private static RestAnswer get(ChattyPerson person, String path) {
        return person.rest().get("/api/v1/" + path);
    }

    private void compare(String name, Function<Account, RestAnswer> read, Account small, Account large) {
        long[] smalls = new long[READS];
        long[] larges = new long[READS];
        for (int i = -WARM_UP; i < READS; i++) {
            long one = nanos(read, small);
            long other = nanos(read, large);
            if (i >= 0) {
                smalls[i] = one;
                larges[i] = other;
            }
        }
        double ratio = median(larges) / median(smalls);
        failed |= ratio > MOST;
        out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", name, median(smalls), median(larges), ratio);
    }

    private static long nanos(Function<Account, RestAnswer> read, Account account) {
        long start = System.nanoTime();
        read.apply(account).expect(200);
        return System.nanoTime() - start;
    }

    /** In milliseconds. */
    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
