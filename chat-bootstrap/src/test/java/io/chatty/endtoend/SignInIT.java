package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.Credentials;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.Patience;
import io.chatty.conformance.protocol.RestAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Passwords that are hashed as strongly as by default: what that costs those who read, and what the time tells. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class SignInIT {

    private static final int AT_ONCE = 100;
    private static final int TRIES = 40;

    @TempDir
    private static Path data;

    private static PackagedServer server;

    private ChattyServer client;
    private ChattyPerson alice;

    @BeforeAll
    static void start() {
        Map<String, String> usualStrength = new HashMap<>(PackagedServer.onSqlite(data));
        usualStrength.put("CHATTY_BCRYPT_STRENGTH", "10");
        server = PackagedServer.start(usualStrength, PackagedServer.freePort());
    }

    @BeforeEach
    void register() {
        client = server.client().with(new Patience(Duration.ofMinutes(1)));
        alice = client.register("Alice");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ofAHundredAtOnceLeavesRoomForReading() {
        ChattyPerson reader = client.register("Bob");
        List<CompletableFuture<RestAnswer>> signIns = IntStream.range(0, AT_ONCE)
                .mapToObj(any ->
                        signIn(alice.credentials().email(), alice.credentials().password()))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(signIns.toArray(CompletableFuture[]::new));

        List<Duration> reads = new ArrayList<>();
        while (!all.isDone()) {
            reads.add(timeOf(() -> reader.rest().get("/api/v1/conversations").expect(200)));
        }

        assertThat(signIns).allMatch(signIn -> signIn.join().status() == 201);
        assertThat(reads).hasSizeGreaterThan(20);
        reads.sort(null);
        assertThat(reads.get(reads.size() * 95 / 100))
                .as("95th percentile of " + reads.size() + " reads")
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void takesAsLongAndSaysTheSameForAnUnknownEmailAsForAWrongPassword() {
        String known = alice.credentials().email();
        String unknown = Credentials.invent("Nobody").email();
        List<Duration> wrong = new ArrayList<>();
        List<Duration> nobody = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            wrong.add(timeOf(() -> refused(known)));
            nobody.add(timeOf(() -> refused(unknown)));
        }

        assertThat(withoutRequestId(refused(unknown))).isEqualTo(withoutRequestId(refused(known)));
        assertThat((double) median(nobody).toNanos() / median(wrong).toNanos()).isBetween(0.8, 1.25);
    }

    private RestAnswer refused(String email) {
        RestAnswer answer = signIn(email, "a wrong password").join();
        answer.expectProblem(401, "invalid-credentials");
        return answer;
    }

    private CompletableFuture<RestAnswer> signIn(String email, String password) {
        return client.rest().sendAsync("POST", "/api/v1/sessions", JsonObject.of("email", email, "password", password));
    }

    private static String withoutRequestId(RestAnswer answer) {
        return answer.text().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static Duration timeOf(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
