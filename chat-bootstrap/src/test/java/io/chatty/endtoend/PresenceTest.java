package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.protocol.RawWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Presence converges, however connections end. */
@EndToEndTest
@Execution(ExecutionMode.CONCURRENT)
class PresenceTest {

    @LocalServerPort
    private int port;

    private ChattyServer server;
    private ChattyPerson alice;
    private ChattyPerson bob;

    @BeforeEach
    void register() {
        server = ChattyServer.at("http://localhost:" + port);
        alice = server.register("Alice");
        bob = server.register("Bob");
    }

    @Test
    void isOnlineWithinTwoSecondsOfConnecting() {
        try (ChattySession watching = watchingBob()) {
            Instant start = Instant.now();
            try (ChattySession there = bob.connect()) {
                watching.awaitEvent("presence.changed", "userId", bob.id(), "state", "online");
                assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    @Test
    void isOfflineAtOnceAfterGoodbye() {
        try (ChattySession watching = watchingBob()) {
            ChattySession there = bob.connect();
            watching.awaitEvent("presence.changed", "userId", bob.id(), "state", "online");
            int before = offlineEvents(watching);
            Instant start = Instant.now();
            there.leave();
            await().atMost(Duration.ofSeconds(3)).until(() -> offlineEvents(watching) > before);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void lingersTenSecondsAfterALostSocket() {
        try (ChattySession watching = watchingBob()) {
            ChattySession there = bob.connect();
            watching.awaitEvent("presence.changed", "userId", bob.id(), "state", "online");
            int before = offlineEvents(watching);
            Instant start = Instant.now();
            there.connection().abort();
            await().atMost(Duration.ofSeconds(14)).until(() -> offlineEvents(watching) > before);
            assertThat(Duration.between(start, Instant.now()))
                    .isBetween(Duration.ofMillis(9_500), Duration.ofMillis(13_500));
        }
    }

    @Test
    void leavesNoGhostThirtySecondsAfterTwoHundredAborts() {
        List<ChattyPerson> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ChattyPerson person = server.register("Ghost");
            crowd.add(person);
            for (int j = 0; j < 10; j++) {
                person.connect().connection().abort();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(crowd)
                        .allSatisfy(
                                person -> assertThat(alice.presenceOf(person).string("state"))
                                        .isEqualTo("offline")));
    }

    @Test
    void forgetsABlackHoledClientWithinThirtySeconds() {
        Instant start = Instant.now();
        try (RawWebSocket silent = bob.connectRaw()) {
            assertThat(alice.presenceOf(bob).string("state")).isEqualTo("online");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> alice.presenceOf(bob).string("state").equals("offline"));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    @Tag("heavy")
    void keepsAThrottledTabThatAnswersPingsAndBeatsOnceAMinute() {
        try (ChattySession tab = bob.connect();
                ChattySession watching = watchingBob()) {
            // The client of this test answers pings below, as browsers do, and beats only when it is told to.
            for (int minute = 1; minute <= 3; minute++) {
                await().during(Duration.ofMinutes(1))
                        .atMost(Duration.ofSeconds(65))
                        .until(tab.connection()::isOpen);
                tab.connection().beat();
            }
            assertThat(offlineEvents(watching)).isZero();
            assertThat(alice.presenceOf(bob).string("state")).isEqualTo("online");
        }
    }

    private ChattySession watchingBob() {
        ChattySession session = alice.connect();
        session.watch(bob.id());
        session.awaitEvent("presence.changed", "userId", bob.id());
        return session;
    }

    private int offlineEvents(ChattySession session) {
        return session.events()
                .seen(ChattySession.event("presence.changed", "userId", bob.id(), "state", "offline"))
                .size();
    }
}
