package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.story.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlives {@code kill -9}. */
class KillIT {

    private static final int SESSIONS = 10;

    /** As many as one session may send without a pause. */
    private static final int MESSAGES_A_SESSION = 150;

    @TempDir
    private Path data;

    @Test
    void findsMessagesSessionsAndNumbersAgain() throws InterruptedException {
        int port = PackagedServer.freePort();
        JsonObject conversation;
        List<JsonObject> history;
        ChattyPerson alice;
        ChattyPerson bob;
        String id;
        try (PackagedServer server = PackagedServer.start(data, port)) {
            Stories.named("TwoPeopleTalk").play(server.client());
            alice = server.client().register("Alice");
            bob = server.client().register("Bob");
            id = alice.openConversationWith(bob);
            alice.send(id, "Shall we ship at three?");
            bob.send(id, "Three is fine \u2615");
            conversation = alice.conversation(id);
            history = bob.history(id);
            server.kill();
        }
        try (PackagedServer server = PackagedServer.start(data, port)) {
            assertThat(bob.history(id)).isEqualTo(history);
            assertThat(alice.conversation(id)).isEqualTo(conversation);
            assertThat(alice.send(id, "Still here?").number("seq")).isEqualTo(3);
            assertThat(server.client().signIn(bob.credentials()).id()).isEqualTo(bob.id());
        }
    }

    @Test
    void losesNothingAcknowledgedWhenKilledInTheMiddleOfSending() {
        int port = PackagedServer.freePort();
        List<JsonObject> acknowledged = new ArrayList<>();
        ChattyPerson alice;
        String id;
        try (PackagedServer server = PackagedServer.start(data, port)) {
            alice = server.client().register("Alice");
            id = alice.openConversationWith(server.client().register("Bob"));
            List<ChattySession> sessions = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                sessions.add(alice.connect());
            }
            for (int i = 0; i < MESSAGES_A_SESSION; i++) {
                for (int j = 0; j < SESSIONS; j++) {
                    sessions.get(j).submitMessage(id, "m-" + j + "-" + i, "message " + i + " of session " + j);
                }
            }
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> acknowledged(sessions).size() > 200);
            server.kill();
            acknowledged.addAll(acknowledged(sessions));
        }
        try (PackagedServer server = PackagedServer.start(data, port)) {
            List<JsonObject> history = alice.history(id);
            assertThat(history).containsAll(acknowledged);
            assertThat(history).extracting(message -> message.number("seq")).isEqualTo(numbersUpTo(history.size()));
            assertThat(history)
                    .extracting(message -> message.string("clientMessageId"))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<JsonObject> acknowledged(List<ChattySession> sessions) {
        return sessions.stream()
                .flatMap(session -> session.replies().seen(reply -> reply.has("type", "ack")).stream())
                .map(ack -> ack.object("message"))
                .toList();
    }

    private static List<Long> numbersUpTo(int last) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
