package io.chatty.testkit.presence;

import static io.chatty.domain.presence.Activity.ACTIVE;
import static io.chatty.domain.presence.Activity.AWAY;
import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.Concurrently;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PresenceRegistry} promises. */
public abstract class PresenceRegistryContract {

    private static final UserId ANNA = new UserId("u_anna");
    private static final UserId BOB = new UserId("u_bob");
    private static final UserId CARA = new UserId("u_cara");
    private static final ConnectionId LAPTOP = new ConnectionId("laptop");
    private static final ConnectionId PHONE = new ConnectionId("phone");
    private static final Instant LINGER_END = nowPlus(10);

    /** The registry under test, empty at first and the same one for a whole test. */
    protected abstract PresenceRegistry registry();

    @Test
    void takesAPersonWithoutConnectionsForOffline() {
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void takesAPersonForOnlineFromTheFirstConnectionToTheLast() {
        registry().connect(LAPTOP, ANNA);
        registry().connect(PHONE, ANNA);
        registry().leave(LAPTOP, NOW, NOW);
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.ONLINE);

        registry().leave(PHONE, NOW, NOW);
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void takesAPersonForAwayWhenAllConnectionsSaySo() {
        registry().connect(LAPTOP, ANNA);
        registry().connect(PHONE, ANNA);

        registry().report(LAPTOP, AWAY);
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.ONLINE);

        registry().report(PHONE, AWAY);
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.AWAY);

        registry().report(LAPTOP, ACTIVE);
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.ONLINE);

        registry().leave(LAPTOP, NOW, NOW);
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void changesNothingOnASecondConnect() {
        registry().connect(LAPTOP, ANNA);
        registry().report(LAPTOP, AWAY);
        registry().watch(LAPTOP, Set.of(BOB));

        registry().connect(LAPTOP, ANNA);

        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.AWAY);
        assertThat(registry().watchersOf(BOB)).containsExactly(Map.entry(LAPTOP, ANNA));
        registry().leave(LAPTOP, NOW, NOW);
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void knowsThePersonBehindALiveConnection() {
        registry().connect(LAPTOP, ANNA);

        assertThat(registry().userOf(LAPTOP)).contains(ANNA);
        assertThat(registry().userOf(PHONE)).isEmpty();
    }

    @Test
    void tellsOnceWhoseConnectionLeft() {
        registry().connect(LAPTOP, ANNA);

        assertThat(registry().leave(PHONE, NOW, NOW)).isEmpty();
        assertThat(registry().leave(LAPTOP, NOW, LINGER_END)).contains(ANNA);
        assertThat(registry().leave(LAPTOP, NOW, LINGER_END)).isEmpty();
    }

    @Test
    void ignoresWhatAnUnknownConnectionSays() {
        registry().report(LAPTOP, ACTIVE);
        registry().watch(LAPTOP, Set.of(BOB));

        assertThat(registry().userOf(LAPTOP)).isEmpty();
        assertThat(registry().watchersOf(BOB)).isEmpty();
    }

    @Test
    void keepsAPersonPresentWhileAConnectionLingers() {
        registry().connect(LAPTOP, ANNA);
        registry().leave(LAPTOP, NOW, LINGER_END);

        assertThat(registry().expire(LINGER_END.minusMillis(1))).isEmpty();
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.ONLINE);

        assertThat(registry().expire(LINGER_END)).containsExactly(Map.entry(ANNA, NOW));
        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.OFFLINE);
        assertThat(registry().expire(LINGER_END)).isEmpty();
    }

    @Test
    void keepsAnAwayPersonAwayWhileAConnectionLingers() {
        registry().connect(LAPTOP, ANNA);
        registry().report(LAPTOP, AWAY);
        registry().leave(LAPTOP, NOW, LINGER_END);

        registry().report(LAPTOP, ACTIVE);

        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void takesALingeringConnectionForGoneInEverythingElse() {
        registry().connect(LAPTOP, ANNA);
        registry().watch(LAPTOP, Set.of(BOB));
        registry().leave(LAPTOP, NOW, LINGER_END);

        assertThat(registry().userOf(LAPTOP)).isEmpty();
        assertThat(registry().watchersOf(BOB)).isEmpty();

        registry().watch(LAPTOP, Set.of(BOB));
        assertThat(registry().watchersOf(BOB)).isEmpty();
    }

    @Test
    void keepsAPersonOnlineWhoComesBackInTime() {
        registry().connect(LAPTOP, ANNA);
        registry().leave(LAPTOP, NOW, LINGER_END);
        registry().connect(PHONE, ANNA);

        registry().expire(LINGER_END);

        assertThat(registry().stateOf(ANNA)).isEqualTo(PresenceState.ONLINE);
    }

    @Test
    void reportsTheLatestTimeOfSeveralConnectionsThatEnd() {
        registry().connect(LAPTOP, ANNA);
        registry().connect(PHONE, ANNA);
        registry().connect(new ConnectionId("tablet"), BOB);
        registry().leave(LAPTOP, nowPlus(1), nowPlus(11));
        registry().leave(PHONE, NOW, nowPlus(10));
        registry().leave(new ConnectionId("tablet"), nowPlus(2), nowPlus(12));

        assertThat(registry().expire(nowPlus(60)))
                .containsOnly(Map.entry(ANNA, nowPlus(1)), Map.entry(BOB, nowPlus(2)));
    }

    @Test
    void namesTheWatchersOfAPerson() {
        registry().connect(LAPTOP, ANNA);
        registry().connect(PHONE, BOB);
        registry().watch(LAPTOP, Set.of(BOB, CARA));
        registry().watch(PHONE, Set.of(CARA));

        assertThat(registry().watchersOf(CARA)).containsOnly(Map.entry(LAPTOP, ANNA), Map.entry(PHONE, BOB));
        assertThat(registry().watchersOf(BOB)).containsExactly(Map.entry(LAPTOP, ANNA));
        assertThat(registry().watchersOf(ANNA)).isEmpty();
    }

    @Test
    void namesWhomTheLiveConnectionsOfAPersonWatch() {
        registry().connect(LAPTOP, ANNA);
        registry().connect(PHONE, ANNA);
        registry().connect(new ConnectionId("tablet"), BOB);
        registry().watch(LAPTOP, Set.of(BOB, CARA));
        registry().watch(new ConnectionId("tablet"), Set.of(ANNA));

        assertThat(registry().watchedBy(ANNA))
                .containsOnly(Map.entry(LAPTOP, Set.of(BOB, CARA)), Map.entry(PHONE, Set.of()));

        registry().leave(LAPTOP, NOW, LINGER_END);
        registry().leave(PHONE, NOW, NOW);
        assertThat(registry().watchedBy(ANNA)).isEmpty();
    }

    @Test
    void replacesWhomAConnectionWatches() {
        registry().connect(LAPTOP, ANNA);
        registry().watch(LAPTOP, Set.of(BOB));

        registry().watch(LAPTOP, Set.of(CARA));
        assertThat(registry().watchersOf(BOB)).isEmpty();
        assertThat(registry().watchersOf(CARA)).containsKey(LAPTOP);

        registry().watch(LAPTOP, Set.of());
        assertThat(registry().watchersOf(CARA)).isEmpty();
    }

    @Test
    void knowsWhetherAWatchIsShownSomethingElseThanBefore() {
        registry().connect(LAPTOP, ANNA);
        registry().connect(PHONE, ANNA);
        registry().watch(LAPTOP, Set.of(BOB, CARA));
        registry().watch(PHONE, Set.of(BOB));
        Presence gone = new Presence(BOB, PresenceState.OFFLINE, NOW);

        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isTrue();
        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isFalse();
        assertThat(registry().show(LAPTOP, gone)).isTrue();
        assertThat(registry().show(LAPTOP, gone)).isFalse();
        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isTrue();
        assertThat(registry().show(LAPTOP, Presence.hidden(CARA))).isTrue();
        assertThat(registry().show(PHONE, Presence.hidden(BOB))).isTrue();

        registry().report(LAPTOP, AWAY);
        registry().connect(LAPTOP, ANNA);
        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isFalse();
    }

    @Test
    void forgetsWithAWatchWhatItWasShown() {
        registry().connect(LAPTOP, ANNA);
        registry().watch(LAPTOP, Set.of(BOB));
        registry().show(LAPTOP, Presence.hidden(BOB));

        registry().watch(LAPTOP, Set.of(BOB));
        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isTrue();

        registry().leave(LAPTOP, NOW, LINGER_END);
        registry().connect(LAPTOP, ANNA);
        registry().watch(LAPTOP, Set.of(BOB));
        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isTrue();
    }

    @Test
    void showsNothingToAConnectionThatDoesNotWatch() {
        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isFalse();

        registry().connect(LAPTOP, ANNA);
        registry().watch(LAPTOP, Set.of(CARA));
        assertThat(registry().show(LAPTOP, Presence.hidden(BOB))).isFalse();

        registry().leave(LAPTOP, NOW, LINGER_END);
        assertThat(registry().show(LAPTOP, Presence.hidden(CARA))).isFalse();
    }

    @Test
    void keepsItsOwnCopyOfWhatItIsGivenAndGives() {
        Set<UserId> people = new HashSet<>(Set.of(BOB));
        registry().connect(LAPTOP, ANNA);
        registry().watch(LAPTOP, people);
        Map<ConnectionId, UserId> watchers = registry().watchersOf(BOB);

        people.add(CARA);
        registry().leave(LAPTOP, NOW, NOW);

        assertThat(registry().watchersOf(CARA)).isEmpty();
        assertThat(watchers).containsExactly(Map.entry(LAPTOP, ANNA));
    }

    @Test
    void letsExactlyOneOfManyEndAConnection() {
        registry().connect(LAPTOP, ANNA);

        assertThat(Concurrently.call(8, thread -> registry().leave(LAPTOP, NOW, LINGER_END)))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    void leavesNobodyBehindAfterManyComeAndGoAtOnce() {
        Concurrently.call(16, thread -> {
            UserId own = new UserId("u_" + thread % 4);
            IntStream.range(0, 200).forEach(round -> {
                ConnectionId connection = new ConnectionId(thread + "/" + round);
                registry().connect(connection, own);
                registry().watch(connection, everybody());
                assertThat(registry().stateOf(own)).isEqualTo(PresenceState.ONLINE);
                assertThat(registry().watchersOf(own)).containsEntry(connection, own);
                registry().leave(connection, NOW, round % 2 == 0 ? NOW : LINGER_END);
                registry().expire(round % 3 == 0 ? LINGER_END : NOW);
            });
            return own;
        });
        registry().expire(LINGER_END);

        assertThat(everybody()).allSatisfy(person -> {
            assertThat(registry().stateOf(person)).isEqualTo(PresenceState.OFFLINE);
            assertThat(registry().watchersOf(person)).isEmpty();
        });
    }

    private static Set<UserId> everybody() {
        return Set.of(new UserId("u_0"), new UserId("u_1"), new UserId("u_2"), new UserId("u_3"));
    }
}
