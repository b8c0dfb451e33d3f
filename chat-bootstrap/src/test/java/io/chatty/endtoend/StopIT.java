package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Command;
import io.chatty.conformance.client.Credentials;
import io.chatty.conformance.protocol.JsonObject;
import io.chatty.conformance.protocol.RawWebSocket;
import io.chatty.conformance.protocol.RestAnswer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kill}: the server says goodbye, finishes what is under way, and is gone in time whatever its clients do. */
@Tag("heavy")
@Execution(ExecutionMode.SAME_THREAD)
class StopIT {

    private static final Logger log = LoggerFactory.getLogger(StopIT.class);

    private static final Duration GONE_WITHIN = Duration.ofSeconds(35);
    private static final int BY_SIGTERM = 143;
    private static final int RESTART = 1012;
    private static final long SEED = 7;

    private static final long ENOUGH = 1_000;

    /** Messages of 16 KB each. */
    private static final int LONGEST = 400;

    /** A hash takes a second and more. */
    private static final String SLOW = "14";

    @TempDir
    private Path data;

    private Map<String, String> store = Map.of();
    private int port;

    @BeforeEach
    void choose() {
        store = new HashMap<>(PackagedServer.onSqlite(data));
        port = PackagedServer.freePort();
    }

    @Test
    void finishesWhatIsUnderWay() throws SQLException, IOException {
        store.put("CHATTY_BCRYPT_STRENGTH", SLOW);
        try (PackagedServer server = PackagedServer.start(store, port)) {
            ChattyPerson alice = server.client().register("Alice");
            ChattyPerson bob = server.client().register("Bob");
            String talk = alice.openConversationWith(bob);
            ChattySession busy = alice.connect();
            ChattySession idle = bob.connect();
            busy.send(talk, "before");
            String cursor = bob.sync(null, 0).expect(200).json().string("next");
            CompletableFuture<RestAnswer> poll =
                    bob.rest().sendAsync("GET", "/api/v1/sync?wait=25&since=" + cursor, null);
            CompletableFuture<RestAnswer> logIn = logIn(server.client(), alice.credentials());
            Command sent;
            CompletableFuture<RestAnswer> posted;
            try (Connection held = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("chatty.db"))) {
                held.createStatement().execute("BEGIN IMMEDIATE");
                sent = busy.submitMessage(talk, "over-stomp", "just in time");
                posted = post(alice, talk);
                server.askToStop();
                idle.awaitEvent("server.draining");
                assertThat(idle.connection().awaitClosing().code()).isEqualTo(RESTART);
                assertThat(poll.orTimeout(5, TimeUnit.SECONDS)
                                .join()
                                .expect(200)
                                .json()
                                .string("next"))
                        .isNotBlank();
                assertThat(busy.connection().isOpen()).isTrue();
            }
            assertThat(sent.ack().number("message.seq")).isPositive();
            assertThat(posted.join().status()).isEqualTo(201);
            assertThat(logIn.join().status()).isEqualTo(201);
            assertThat(busy.connection().awaitClosing().code()).isEqualTo(RESTART);
            assertThat(server.awaitExit()).isEqualTo(BY_SIGTERM);
        }
    }

    private static CompletableFuture<RestAnswer> post(ChattyPerson sender, String talk) {
        return sender.rest()
                .sendAsync(
                        "POST",
                        "/api/v1/conversations/" + talk + "/messages",
                        JsonObject.of("clientMessageId", "over-rest", "text", "in time too"));
    }

    @Test
    void losesNothingUnderLoadAndIsGoneInTime() throws IOException {
        // What waits for a client that does not read: more than the system takes, no more than the server keeps.
        store.put("CHATTY_LIMITS_SENDBUFFERBYTES", "64MB");
        PackagedServer server = PackagedServer.start(store, port);
        try (CrashLoad load = CrashLoad.begin(server.client(), SEED)) {
            ChattyPerson person = load.anybody();
            ChattySession listener = person.connect();
            ChattyPerson deaf = server.client().register("Deaf");
            try (RawWebSocket unread = deaf.connectRaw();
                    Socket halfway = halfwayThroughARequest(person)) {
                fill(deaf, person);
                await().atMost(Duration.ofMinutes(1)).until(() -> load.acknowledged() > ENOUGH);

                long start = System.nanoTime();
                server.askToStop();
                assertThat(listener.awaitEvent("server.draining").number("reconnectAfterMs"))
                        .isNotNegative();
                assertThat(listener.connection().awaitClosing().code()).isEqualTo(RESTART);
                assertToldToComeAgain(halfway);
                assertThat(server.awaitExit()).isEqualTo(BY_SIGTERM);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                log.warn("gone after {} ms under load", took.toMillis());
                assertThat(took).isLessThan(GONE_WITHIN);
                assertThat(server.log()).noneMatch(line -> line.contains("Exception"));
            }
            load.stopObserving();
            server = PackagedServer.start(store, port);
            load.observe();

            load.finish().assertClean();
        } finally {
            server.close();
        }
    }

    private static void fill(ChattyPerson deaf, ChattyPerson loud) {
        String talk = loud.openConversationWith(deaf);
        String longest = "\uD83D\uDCE2".repeat(4_000);
        IntStream.range(0, LONGEST).forEach(i -> loud.send(talk, longest));
    }

    /** A request whose body the server has begun to read, and whose rest does not come. */
    private Socket halfwayThroughARequest(ChattyPerson person) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout((int) GONE_WITHIN.toMillis());
        String head = "POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + person.token()
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        byte[] goOn = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(socket.getInputStream().readNBytes(goOn.length)).isEqualTo(goOn);
        socket.getOutputStream().write('{');
        return socket;
    }

    private static void assertToldToComeAgain(Socket halfway) throws IOException {
        String answer = new String(halfway.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .contains("\r\nRetry-After: ", "\"code\":\"temporarily-unavailable\"");
    }

    private static CompletableFuture<RestAnswer> logIn(ChattyServer server, Credentials known) {
        return server.rest()
                .sendAsync(
                        "POST",
                        "/api/v1/sessions",
                        JsonObject.of("email", known.email(), "password", known.password()));
    }
}
