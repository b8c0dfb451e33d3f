package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Command;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RestAnswer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who does too much is told so over both transports, and nobody else notices. */
@UsualLimitsTest
class TooMuchTest {

    private static final int BURST = 60;

    /** Twice that is less than what closes a socket: twenty refusals in ten seconds. */
    private static final int FEW = 9;

    @LocalServerPort
    private int port;

    private ChattyServer server;
    private ChattyPerson alice;
    private ChattyPerson bob;
    private String conversation;

    @BeforeEach
    void register() {
        server = ChattyServer.at("http://localhost:" + port);
        alice = person("Alice");
        bob = person("Bob");
        conversation = alice.openConversationWith(bob);
    }

    @Test
    void refusesMessagesBeyondTheBurstAndAnswersRepeatsAllTheSame() {
        try (ChattySession live = alice.connect()) {
            List<String> ids = sendUntilRefused(live);

            JsonObject replayed =
                    live.submitMessage(conversation, ids.get(0), "one of many").ack();
            assertThat(replayed.number("status")).isEqualTo(200);
            assertThat(replayed.has("replayed", true)).isTrue();
            RestAnswer again = post(ids.get(1)).expect(200);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.json().number("seq")).isEqualTo(2);
        }
    }

    @Test
    void tellsOverBothTransportsWhenToComeBack() {
        try (ChattySession live = alice.connect()) {
            sendUntilRefused(live);

            JsonObject nack = refusal(live);
            assertThat(nack.string("problem.code")).isEqualTo("rate-limited");
            assertThat(nack.number("retryAfterMs")).isBetween(1L, 200L);
            RestAnswer refused = post(RandomWords.clientMessageId());
            // A message comes back every 200 ms: one may just have.
            for (int i = 0; refused.status() == 201 && i < 10; i++) {
                refused = post(RandomWords.clientMessageId());
            }
            refused.expectProblem(429, "rate-limited");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"messages\";q=60;w=12");
            assertThat(refused.header("RateLimit")).isEqualTo("\"messages\";r=0;t=1");
        }
    }

    @Test
    void disturbsNobodyElse() {
        try (ChattySession live = alice.connect()) {
            sendUntilRefused(live);

            assertThat(bob.send(conversation, "Slow down").number("seq")).isGreaterThan(BURST);
        }
    }

    @Test
    void letsGoWhoDoesNotListen() {
        try (ChattySession live = alice.connect()) {
            IntStream.range(0, BURST + 60)
                    .forEach(i -> live.submitMessage(conversation, RandomWords.clientMessageId(), "too many"));

            live.connection().awaitError("rate-limited", 4429);
        }
    }

    @Test
    void refusesTheThirtyFirstNewPersonOverBothTransports() {
        for (int i = 1; i < 30; i++) {
            alice.openConversationWith(person("Crowd"));
        }
        ChattyPerson oneMore = person("Crowd");

        alice.rest().put("/api/v1/conversations/with/" + oneMore.id(), null).expectProblem(429, "rate-limited");
        RestAnswer refused = alice.rest().post("/api/v1/messages", to(oneMore));
        refused.expectProblem(429, "rate-limited");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"first-messages\";q=30;w=3600");
        try (ChattySession live = alice.connect()) {
            assertThat(live.submit("/app/messages.send", to(oneMore)).nack().string("code"))
                    .isEqualTo("rate-limited");
        }
        assertThat(alice.send(conversation, "We know each other").number("seq")).isEqualTo(1);
        assertThat(alice.openConversationWith(bob)).isEqualTo(conversation);
        bob.openConversationWith(oneMore);
    }

    @Test
    void answersWhoWroteFirstHoweverManyNewPeopleThereWere() {
        for (int i = 1; i < 30; i++) {
            alice.openConversationWith(person("Crowd"));
        }
        ChattyPerson oneMore = person("Crowd");
        oneMore.rest().post("/api/v1/messages", to(alice)).expect(201);

        alice.rest().post("/api/v1/messages", to(oneMore)).expect(201);
    }

    @Test
    void refusesRequestsBeyondTwelveHundred() {
        int through = 0;
        RestAnswer answer = alice.rest().get("/api/v1/me");
        while (answer.status() == 200 && through < 3_000) {
            through++;
            answer = alice.rest().get("/api/v1/me");
        }

        assertThat(through).isGreaterThanOrEqualTo(1_190);
        answer.expectProblem(429, "rate-limited");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"requests\";q=1200;w=60");
        bob.rest().get("/api/v1/me").expect(200);
    }

    @Test
    void refusesTheTwentyFirstLookUp() {
        for (int i = 0; i < 20; i++) {
            lookUp(alice, bob).expect(200);
        }

        lookUp(alice, bob).expectProblem(429, "rate-limited");
        lookUp(bob, alice).expect(200);
    }

    private ChattyPerson person(String firstName) {
        return server.from(Addresses.fresh()).register(firstName);
    }

    /** The ids of more than may be sent at once, of which the first were stored and some of the others were not. */
    private List<String> sendUntilRefused(ChattySession live) {
        List<String> ids =
                Stream.generate(RandomWords::clientMessageId).limit(BURST + FEW).toList();
        List<Command> commands = submit(live, ids);
        assertThat(commands.stream().map(Command::awaitReply)).anyMatch(reply -> !reply.has("type", "ack"));
        return ids;
    }

    /** The answer to one of some messages at once, of which not all can be stored. */
    private JsonObject refusal(ChattySession live) {
        List<String> ids =
                Stream.generate(RandomWords::clientMessageId).limit(FEW).toList();
        return submit(live, ids).stream()
                .map(Command::awaitReply)
                .filter(reply -> !reply.has("type", "ack"))
                .findFirst()
                .orElseThrow();
    }

    /** Sends without waiting for answers: a message comes back every 200 ms. */
    private List<Command> submit(ChattySession live, List<String> ids) {
        return ids.stream()
                .map(id -> live.submitMessage(conversation, id, "one of many"))
                .toList();
    }

    private RestAnswer post(String clientMessageId) {
        return alice.rest()
                .post(
                        "/api/v1/conversations/" + conversation + "/messages",
                        JsonObject.of("clientMessageId", clientMessageId, "text", "one of many"));
    }

    private static JsonObject to(ChattyPerson peer) {
        return JsonObject.of("toUserId", peer.id(), "text", "We have not met");
    }

    private static RestAnswer lookUp(ChattyPerson viewer, ChattyPerson wanted) {
        return viewer.rest()
                .post(
                        "/api/v1/users/lookup",
                        JsonObject.of("email", wanted.credentials().email()));
    }
}
