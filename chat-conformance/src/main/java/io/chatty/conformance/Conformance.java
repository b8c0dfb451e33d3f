package io.chatty.conformance;

import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.story.Stories;
import io.chatty.conformance.story.Story;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The command line. One line a story, one at the end; exit code 0 when every promise was kept, 1 when one was broken, 2
 * when it was called wrongly.
 */
public final class Conformance {

    private static final String USAGE = "usage: java -jar chat-conformance.jar <base-url> [story ...]";

    private final ChattyServer server;
    private final PrintStream out;

    private Conformance(ChattyServer server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /** Plays the named stories, or all, against the server of the first argument. */
    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) throws InterruptedException {
        Conformance conformance;
        List<Story> stories;
        try {
            if (args.length == 0) {
                throw new IllegalArgumentException("no base URL");
            }
            conformance = new Conformance(ChattyServer.at(args[0]), out);
            stories = args.length == 1
                    ? Stories.all()
                    : Arrays.stream(args).skip(1).map(Stories::named).toList();
        } catch (IllegalArgumentException wrongCall) {
            out.println(wrongCall.getMessage());
            out.println(USAGE);
            return 2;
        }
        return conformance.play(stories);
    }

    private int play(List<Story> stories) throws InterruptedException {
        int kept = 0;
        for (Story story : stories) {
            kept += play(story) ? 1 : 0;
        }
        out.printf(Locale.ROOT, "%d of %d stories kept at %s%n", kept, stories.size(), server);
        return kept == stories.size() ? 0 : 1;
    }

    private boolean play(Story story) throws InterruptedException {
        long start = System.nanoTime();
        String figure;
        boolean kept;
        try {
            figure = story.play(server);
            kept = true;
        } catch (AssertionError | RuntimeException broken) {
            figure = broken.toString();
            kept = false;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        out.printf(Locale.ROOT, "%-22s %-6s %6d ms  %s%n", story.name(), kept ? "ok" : "FAILED", millis, figure);
        return kept;
    }
}
