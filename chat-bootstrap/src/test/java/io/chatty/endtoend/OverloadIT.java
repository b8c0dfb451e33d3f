package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.RandomWords;
import io.chatty.conformance.protocol.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Far more is sent than can be stored: what is too much is refused at once, and nothing grows. */
@Tag("heavy")
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.SAME_THREAD)
class OverloadIT {

    private static final int SENDERS = 100;

    /** More than ten thousand in all, which is what may wait for the store. */
    private static final int IN_FLIGHT = 250;

    private static final Duration LASTS = Duration.ofMinutes(2);
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final long GROWTH_MEBIBYTES = 60;

    @TempDir
    private Path data;

    @Test
    void refusesWhatIsTooMuchAndStaysAsItIs() {
        Map<String, String> generous = new HashMap<>(PackagedServer.onSqlite(data));
        generous.put("CHATTY_LIMITS_FRAMESPERSECOND", "1000000");
        generous.put("CHATTY_LIMITS_FRAMEBURST", "1000000");
        // The whole heap is there from the start, so that what grows is not the heap on its way to its limit.
        generous.put("JAVA_TOOL_OPTIONS", "-Xms256m -XX:+AlwaysPreTouch");
        try (PackagedServer server = PackagedServer.start(generous, PackagedServer.freePort())) {
            ChattyPerson bystander = server.client().register("Bystander");
            String quiet = bystander.openConversationWith(server.client().register("Friend"));
            Flood flood = new Flood(server);
            List<Long> memory = new ArrayList<>();
            long end = System.nanoTime() + LASTS.toNanos();
            long settled = System.nanoTime() + SETTLED_AFTER.toNanos();

            flood.begin();
            Awaitility.await()
                    .pollInterval(LOOK_EVERY)
                    .atMost(LASTS.multipliedBy(2))
                    .until(() -> {
                        assertThat(liveness(server)).isEqualTo(200);
                        if (System.nanoTime() > settled) {
                            memory.add(server.residentMebibytes());
                        }
                        return System.nanoTime() > end;
                    });
            flood.end();

            assertThat(flood.refusals).containsOnlyKeys("temporarily-unavailable");
            assertThat(memory.stream().mapToLong(Long::longValue).max().orElseThrow() - memory.get(0))
                    .as("growth of " + memory)
                    .isLessThan(GROWTH_MEBIBYTES);
            assertThat(bystander.send(quiet, "Is it over?").number("seq")).isEqualTo(1);
            flood.assertNothingAcknowledgedIsLost();
            assertThat(server.log()).noneMatch(line -> line.contains("OutOfMemory"));
        }
    }

    private static int liveness(PackagedServer server) {
        return server.client().rest().get("/actuator/health/liveness").status();
    }

    /** People who send the next message whatever becomes of the last one. */
    private static final class Flood {

        private final Map<String, Long> refusals = new ConcurrentHashMap<>();
        private final AtomicLong stored = new AtomicLong();
        private final AtomicLong underWay = new AtomicLong();
        private final List<ChattyPerson> people;
        private final List<ChattySession> sessions;
        private final List<String> talks = new ArrayList<>();
        private volatile boolean over;

        Flood(PackagedServer server) {
            people = IntStream.range(0, SENDERS)
                    .mapToObj(i -> server.client().register("Sender"))
                    .toList();
            ChattyPerson everybodysFriend = server.client().register("Listener");
            people.forEach(person -> talks.add(person.openConversationWith(everybodysFriend)));
            sessions = people.stream().map(ChattyPerson::connect).toList();
        }

        void begin() {
            for (int i = 0; i < SENDERS; i++) {
                ChattySession session = sessions.get(i);
                String talk = talks.get(i);
                session.events().offerTo(event -> true);
                session.replies().offerTo(reply -> {
                    answered(reply);
                    send(session, talk);
                    return true;
                });
                IntStream.range(0, IN_FLIGHT).forEach(any -> send(session, talk));
            }
        }

        private void send(ChattySession session, String talk) {
            if (!over) {
                underWay.incrementAndGet();
                session.submitMessage(talk, RandomWords.clientMessageId(), "one of very many");
            }
        }

        private void answered(JsonObject reply) {
            underWay.decrementAndGet();
            if (reply.has("type", "ack")) {
                stored.incrementAndGet();
            } else {
                refusals.merge(reply.string("problem.code"), 1L, Long::sum);
            }
        }

        void end() {
            over = true;
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> underWay.get() == 0);
        }

        void assertNothingAcknowledgedIsLost() {
            long kept = 0;
            for (int i = 0; i < SENDERS; i++) {
                kept += people.get(i).conversation(talks.get(i)).number("lastSeq");
            }
            assertThat(kept).isGreaterThanOrEqualTo(stored.get()).isPositive();
        }
    }
}
