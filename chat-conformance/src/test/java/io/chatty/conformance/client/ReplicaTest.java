package io.chatty.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.conformance.protocol.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplicaTest {

    private final FakeReplicaSource server = new FakeReplicaSource();
    private final Replica replica = new Replica(server);

    @BeforeEach
    void begin() {
        server.say();
        replica.sync(0);
    }

    @Test
    void beginsWithTheNewestPage() {
        assertThat(replica.rev("c_1")).isEqualTo(1);
        assertThat(replica.messages("c_1")).isEqualTo(server.messages());
        assertThat(replica.rev("c_2")).isZero();
        assertThat(replica.messages("c_2")).isEmpty();
    }

    @Test
    void appliesEventsInSequenceAndDropsOldOnes() {
        JsonObject second = server.say();
        assertThat(replica.hear(second)).isFalse();
        assertThat(replica.hear(server.edit(1))).isFalse();
        assertThat(replica.hear(second)).isFalse();
        assertThat(replica.rev("c_1")).isEqualTo(3);
        assertThat(replica.messages("c_1")).isEqualTo(server.messages());
        assertThat(server.changesAsked()).isZero();
    }

    @Test
    void waitsForAnEventThatWasOvertaken() {
        JsonObject second = server.say();
        JsonObject third = server.say();
        assertThat(replica.hear(third)).isTrue();
        assertThat(replica.messages("c_1")).hasSize(1);
        assertThat(replica.hear(second)).isFalse();
        assertThat(replica.messages("c_1")).isEqualTo(server.messages());
        assertThat(server.changesAsked()).isZero();
    }

    @Test
    void readsAnEventThatDoesNotCome() {
        server.say();
        server.edit(2);
        assertThat(replica.hear(server.say())).isTrue();
        replica.closeGaps();
        assertThat(replica.rev("c_1")).isEqualTo(4);
        assertThat(replica.messages("c_1")).isEqualTo(server.messages());
    }

    @Test
    void neverTakesAnOlderCopyForANewerOne() {
        JsonObject edited = server.edit(1);
        server.edit(1);
        replica.sync(0);
        assertThat(replica.hear(edited)).isFalse();
        assertThat(replica.messages("c_1")).isEqualTo(server.messages());
    }

    @Test
    void readsAConversationThatItDoesNotKnow() {
        Replica late = new Replica(server);
        server.forgetInLists(true);
        late.sync(0);
        server.say();
        assertThat(late.messages("c_1")).isEmpty();
        late.hear(server.edit(2));
        assertThat(late.messages("c_1")).isEqualTo(server.messages());
    }

    @Test
    void syncsWhereItIsAskedTo() {
        server.say();
        replica.hear(JsonObject.of("type", "sync.required", "withinMs", 1));
        assertThat(replica.messages("c_1")).isEqualTo(server.messages());
    }

    @Test
    void startsOverWithAnotherStore() {
        server.say();
        server.restore();
        replica.sync(0);
        assertThat(replica.rev("c_1")).isEqualTo(1);
        assertThat(replica.messages("c_1")).isEqualTo(server.messages());
    }

    @Test
    void keepsTheSettingsOfTheHigherVersion() {
        JsonObject older = server.settle();
        JsonObject newer = server.settle();
        replica.hear(newer);
        replica.hear(older);
        assertThat(replica.mine("c_1").number("version")).isEqualTo(2);
        server.settle();
        replica.sync(0);
        assertThat(replica.mine("c_1").number("version")).isEqualTo(3);
    }

    static LongStream seeds() {
        return new Random().longs(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWholeWhateverBecomesOfTheEvents(long seed) {
        Random random = new Random(seed);
        Deque<JsonObject> underWay = new ArrayDeque<>();
        List<JsonObject> delayed = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            JsonObject event = server.happen(random);
            int fate = random.nextInt(10);
            if (fate < 2) {
                delayed.add(event);
            } else if (fate < 8) {
                underWay.add(event);
            }
            if (fate == 7) {
                underWay.add(event);
            }
            if (random.nextInt(4) == 0) {
                deliver(underWay, random.nextInt(5));
                underWay.addAll(delayed);
                delayed.clear();
            }
            if (random.nextInt(15) == 0) {
                replica.closeGaps();
            }
            if (random.nextInt(40) == 0) {
                underWay.clear();
                replica.sync(0);
            }
            assertThat(server.isWholeUpTo(replica.rev("c_1"), replica.messages("c_1")))
                    .as("seed " + seed + ", step " + i)
                    .isTrue();
        }
        deliver(underWay, underWay.size());
        replica.sync(0);
        assertThat(replica.messages("c_1")).as("seed " + seed).isEqualTo(server.messages());
        assertThat(replica.rev("c_1")).as("seed " + seed).isEqualTo(server.rev());
    }

    private void deliver(Deque<JsonObject> events, int count) {
        for (int i = 0; i < count && !events.isEmpty(); i++) {
            replica.hear(events.remove());
        }
    }
}
