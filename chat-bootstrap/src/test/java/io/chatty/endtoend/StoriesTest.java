package io.chatty.endtoend;

import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.story.Stories;
import io.chatty.conformance.story.Story;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories hold on the application as it is shipped. */
@EndToEndTest
class StoriesTest {

    @LocalServerPort
    private int port;

    static List<Story> stories() {
        return Stories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void holds(Story story) throws InterruptedException {
        story.play(ChattyServer.at("http://localhost:" + port));
    }
}
