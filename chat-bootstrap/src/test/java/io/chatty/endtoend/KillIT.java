package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.story.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What was acknowledged outlives {@code kill -9}, in each build. {@link CrashIT} kills again and again and takes its time; its
 * people have one message in flight in a conversation, as clients should. Here ten connections have all of theirs in flight in
 * one conversation, so that the kill cuts through batches of them, and what was quiet is compared to the letter: the
 * conversation, the session, the sign-in.
 */
@Execution(ExecutionMode.SAME_THREAD)
class KillIT {

    private static final int SESSIONS = 10;

    /** As many as one session may send without a pause. */
    private static final int MESSAGES_A_SESSION = 150;

    @TempDir
    private Path data;

    /** Where the server keeps everything, through its end. */
    Map<String, String> store() {
        return PackagedServer.onSqlite(data);
    }

    @Test
    void findsMessagesSessionsAndNumbersAgain() throws InterruptedException {
        int port = PackagedServer.freePort();
        Map<String, String> store = store();
        Letters letters;
        Burst burst;
        try (PackagedServer server = PackagedServer.start(store, port)) {
            Stories.named("TwoPeopleTalk").play(server.client());
            letters = Letters.write(server);
            burst = Burst.sendUntilKilled(server);
        }
        try (PackagedServer server = PackagedServer.start(store, port)) {
            letters.assertAllIsThere(server);
            burst.assertNothingAcknowledgedIsLost();
            assertThat(server.log()).noneMatch(line -> line.contains("Exception"));
        }
    }

    /** A conversation that was quiet when the server was killed. */
    private record Letters(
            ChattyPerson alice, ChattyPerson bob, String id, JsonObject conversation, List<JsonObject> history) {

        static Letters write(PackagedServer server) {
            ChattyPerson alice = server.client().register("Alice");
            ChattyPerson bob = server.client().register("Bob");
            String id = alice.openConversationWith(bob);
            alice.send(id, "Shall we ship at three?");
            bob.send(id, "Three is fine \u2615");
            return new Letters(alice, bob, id, alice.conversation(id), bob.history(id));
        }

        void assertAllIsThere(PackagedServer server) {
            assertThat(bob.history(id)).isEqualTo(history);
            assertThat(alice.conversation(id)).isEqualTo(conversation);
            assertThat(alice.send(id, "Still here?").number("seq")).isEqualTo(history.size() + 1L);
            assertThat(server.client().signIn(bob.credentials()).id()).isEqualTo(bob.id());
        }
    }

    /** A conversation that was in full swing when the server was killed. */
    private record Burst(ChattyPerson alice, String id, List<JsonObject> acknowledged) {

        static Burst sendUntilKilled(PackagedServer server) {
            ChattyPerson alice = server.client().register("Alice");
            String id = alice.openConversationWith(server.client().register("Bob"));
            List<ChattySession> sessions =
                    IntStream.range(0, SESSIONS).mapToObj(i -> alice.connect()).toList();
            for (int i = 0; i < MESSAGES_A_SESSION; i++) {
                for (int j = 0; j < SESSIONS; j++) {
                    sessions.get(j).submitMessage(id, "m-" + j + "-" + i, "message " + i + " of session " + j);
                }
            }
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> acknowledged(sessions).size() > 200);
            server.kill();
            return new Burst(alice, id, acknowledged(sessions));
        }

        void assertNothingAcknowledgedIsLost() {
            List<JsonObject> history = alice.history(id);
            assertThat(history).containsAll(acknowledged);
            assertThat(history)
                    .extracting(message -> message.number("seq"))
                    .isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
            assertThat(history)
                    .extracting(message -> message.string("clientMessageId"))
                    .doesNotHaveDuplicates();
        }

        private static List<JsonObject> acknowledged(List<ChattySession> sessions) {
            return sessions.stream()
                    .flatMap(session -> session.replies().seen(reply -> reply.has("type", "ack")).stream())
                    .map(ack -> ack.object("message"))
                    .toList();
        }
    }
}
