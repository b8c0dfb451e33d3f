package io.chatty.benchmark;

import java.nio.file.Path;
import java.util.List;

/** Plays the load run, or the scale run if the first argument says so. */
public final class Benchmark {

    private static final String USAGE = """
            usage: java -jar chat-benchmark.jar <jar of chat-bootstrap> [<mongod>] [seconds of a round]
                   java -jar chat-benchmark.jar scale <jar of chat-bootstrap> [<mongod>]""";

    private Benchmark() {}

    public static void main(String... arguments) throws Exception {
        List<String> words = List.of(arguments);
        boolean scale = !words.isEmpty() && words.get(0).equals("scale");
        if (words.size() <= (scale ? 1 : 0)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        if (!scale) {
            LoadRun.run(words);
            System.exit(0);
        }
        List<Path> programs =
                words.subList(1, words.size()).stream().map(Path::of).toList();
        System.exit(new ScaleRun(System.out).measure(programs) ? 0 : 1);
    }
}
