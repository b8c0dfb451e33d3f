package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What people write and who they are is nobody's business who reads the log, at any level of it. */
@EndToEndTest
@TestPropertySource(properties = "logging.level.io.chatty=trace")
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

    @LocalServerPort
    private int port;

    @Test
    void holdsNoWordOfAMessageAndNoSecret(CapturedOutput log) throws InterruptedException {
        ChattyServer server = ChattyServer.at("http://localhost:" + port);
        ChattyPerson alice = server.register("Alice");
        ChattyPerson bob = server.register("Bob");
        String conversation = alice.openConversationWith(bob);
        List<String> words = List.of(word(), word(), word(), word());

        try (ChattySession live = alice.connect()) {
            live.send(conversation, words.get(0));
            alice.send(conversation, words.get(1));
            alice.in(conversation).edit(1, words.get(2));
            alice.in(conversation).delete(2);
            bob.trySend(conversation, "with a bad letter \u0000 in it", words.get(3));
            live.awaitEvent("message.deleted");
        }

        assertThat(words).noneMatch(log.getAll()::contains);
        assertThat(List.of(
                        alice.token(),
                        alice.credentials().password(),
                        alice.credentials().email()))
                .noneMatch(log.getAll()::contains);
    }

    private static String word() {
        return RandomWords.letters(32);
    }
}
