package io.chatty.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.story.Stories;
import io.chatty.conformance.story.Story;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void explainsItselfWhenCalledWrongly() throws InterruptedException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("localhost:8080")).isEqualTo(2);
        assertThat(run("http://localhost:8080", "NoSuchStory")).isEqualTo(2);
        assertThat(said()).contains("usage: java -jar", "no story NoSuchStory, only [TwoPeopleTalk,");
    }

    @Test
    void saysInOneLineThatAStoryFailed() throws InterruptedException, IOException {
        int nobodyListens;
        try (ServerSocket closedAgain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyListens = closedAgain.getLocalPort();
        }

        assertThat(run("http://localhost:" + nobodyListens, "TwoPeopleTalk")).isEqualTo(1);
        assertThat(said().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("TwoPeopleTalk").contains("FAILED", "ConnectException"),
                        line -> assertThat(line).startsWith("0 of 1 stories kept"));
    }

    @Test
    void knowsEachStoryByOneName() {
        assertThat(Stories.all()).extracting(Story::name).doesNotHaveDuplicates();
        assertThat(Stories.all())
                .allSatisfy(story -> assertThat(Stories.named(story.name())).isSameAs(story));
    }

    private int run(String... args) throws InterruptedException {
        return Conformance.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
