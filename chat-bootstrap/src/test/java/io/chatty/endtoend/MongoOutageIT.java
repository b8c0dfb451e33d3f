package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatty.adapter.mongo.Mongod;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Credentials;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import io.chatty.testkit.Concurrently;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** MongoDB dies, or stops in the middle of everything: people are told so in time, and it heals by itself. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class MongoOutageIT {

    private static final int AT_ONCE = 60;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(6);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(15);

    @SuppressWarnings("NullAway.Init") // made before each test
    private Mongod mongod;

    @SuppressWarnings("NullAway.Init") // made before each test
    private PackagedServer server;

    @BeforeEach
    void start() {
        assumeTrue(Mongod.program().isPresent(), "there is no mongod");
        mongod = Mongod.startSet();
        server = PackagedServer.start(
                Map.of("SPRING_MONGODB_URI", "mongodb://" + mongod.address() + "/talk"), PackagedServer.freePort());
    }

    @AfterEach
    void stop() {
        server.close();
        mongod.close();
    }

    @Test
    void answersInTimeWhileItIsPausedAndHeals() {
        outlives(mongod::pause, mongod::resume);
    }

    @Test
    void answersInTimeWhileItIsGoneAndHeals() {
        outlives(mongod::kill, mongod::startAgain);
    }

    private void outlives(Runnable outage, Runnable end) {
        Talk talk = Talk.begin(server.client());
        JsonObject before = talk.alice.send(talk.id, "before");

        outage.run();
        for (int round = 0; round < 2; round++) {
            String prefix = "m-" + round + "-";
            Concurrently.call(AT_ONCE, i -> refusedInTime(() -> talk.ask(i, prefix + i)));
            refusedInTime(() -> talk.submit(prefix + "stomp"));
            await().atMost(NOTICED_WITHIN).until(() -> health("readiness") == 503);
            assertThat(health("liveness")).isEqualTo(200);
        }
        end.run();

        await().atMost(HEALED_WITHIN)
                .until(() -> talk.alice.trySend(talk.id, "m-0-0", "text").status() < 300 && health("readiness") == 200);
        talk.session.send(talk.id, "after");
        assertEachIsThereOnce(talk.alice.history(talk.id), before);
    }

    private int health(String probe) {
        return server.client().rest().get("/actuator/health/" + probe).status();
    }

    /** Waits for a refusal, and complains if it took too long. */
    private static boolean refusedInTime(Runnable refused) {
        long start = System.nanoTime();
        refused.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ANSWERED_WITHIN);
        return true;
    }

    private static void assertEachIsThereOnce(List<JsonObject> history, JsonObject acknowledged) {
        assertThat(history).contains(acknowledged);
        assertThat(history)
                .extracting(message -> message.string("clientMessageId"))
                .contains("m-0-0")
                .doesNotHaveDuplicates();
        assertThat(history)
                .extracting(message -> message.number("seq"))
                .isEqualTo(LongStream.rangeClosed(1, history.size()).boxed().toList());
    }

    /** Two people, and a connection of one of them that was there before. */
    private record Talk(ChattyServer server, ChattyPerson alice, String id, ChattySession session) {

        static Talk begin(ChattyServer server) {
            ChattyPerson alice = server.register("Alice");
            return new Talk(server, alice, alice.openConversationWith(server.register("Bob")), alice.connect());
        }

        /** Something or other by REST, which is refused. */
        void ask(int i, String clientMessageId) {
            RestAnswer answer = switch (i % 4) {
                case 0 -> alice.trySend(id, clientMessageId, "text");
                case 1 -> alice.rest().get("/api/v1/conversations");
                case 2 -> alice.rest().get("/api/v1/me");
                default -> signIn(alice.credentials());
            };
            answer.expectProblem(503, "temporarily-unavailable");
            assertThat(answer.header("Retry-After")).isNotNull();
        }

        private RestAnswer signIn(Credentials known) {
            return server.rest()
                    .post("/api/v1/sessions", JsonObject.of("email", known.email(), "password", known.password()));
        }

        /** A message by STOMP, which is refused. */
        void submit(String clientMessageId) {
            JsonObject problem =
                    session.submitMessage(id, clientMessageId, "text").nack();
            assertThat(problem.string("code")).isEqualTo("temporarily-unavailable");
        }
    }
}
