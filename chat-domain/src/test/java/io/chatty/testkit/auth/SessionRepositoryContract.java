package io.chatty.testkit.auth;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.auth.SessionFixtures.session;
import static io.chatty.testkit.auth.SessionFixtures.sessionAt;
import static io.chatty.testkit.auth.SessionFixtures.token;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link io.chatty.domain.auth.SessionRepository} promises. */
public abstract class SessionRepositoryContract extends StoreContract {

    @Test
    void findsASessionAsItWasAdded() {
        Session phone = session("phone", ANNA);
        Session nameless = Session.open(
                new SessionId("s_nameless"), ANNA.id(), token("nameless").hash(), null, NOW);

        assertThat(store().sessions().add(phone)).isEmpty();
        assertThat(store().sessions().add(nameless)).isEmpty();

        assertThat(store().sessions().findByTokenHash(phone.tokenHash())).contains(phone);
        assertThat(store().sessions().findByTokenHash(nameless.tokenHash())).contains(nameless);
    }

    @Test
    void findsNothingByATokenThatWasNeverGivenOut() {
        store().sessions().add(session("phone", ANNA));

        assertThat(store().sessions().findByTokenHash(token("guess").hash())).isEmpty();
    }

    @Test
    void notesLaterUse() {
        Session phone = session("phone", ANNA);
        store().sessions().add(phone);
        Session used = phone.touch(nowPlus(7_200));

        store().sessions().touch(used);

        assertThat(stored(phone)).isEqualTo(used);
    }

    @Test
    void notesUseThatCanNoLongerMoveTheEnd() {
        Session phone = session("phone", ANNA);
        store().sessions().add(phone);
        Session old = phone.touch(NOW.plus(Duration.ofDays(170)));
        Session older = phone.touch(NOW.plus(Duration.ofDays(175)));

        store().sessions().touch(old);
        store().sessions().touch(older);

        assertThat(stored(phone)).isEqualTo(older);
    }

    @Test
    void keepsTheLatestOfManyUsesAtOnce() {
        Session phone = session("phone", ANNA);
        store().sessions().add(phone);

        Concurrently.call(20, i -> {
            store().sessions().touch(phone.touch(nowPlus(3_600L * (1 + i * 7 % 20))));
            return i;
        });

        assertThat(stored(phone)).isEqualTo(phone.touch(nowPlus(3_600L * 20)));
    }

    @Test
    void endsASessionOnce() {
        Session phone = session("phone", ANNA);
        Session laptop = session("laptop", ANNA);
        store().sessions().add(phone);
        store().sessions().add(laptop);

        assertThat(store().sessions().revoke(phone.id(), nowPlus(60))).isTrue();
        assertThat(store().sessions().revoke(phone.id(), nowPlus(90))).isFalse();
        assertThat(store().sessions().revoke(new SessionId("s_unknown"), NOW)).isFalse();

        assertThat(stored(phone).revokedAt()).isEqualTo(nowPlus(60));
        assertThat(stored(laptop)).isEqualTo(laptop);
    }

    @Test
    void endsASessionOnceWhenManyTryAtOnce() {
        Session phone = session("phone", ANNA);
        store().sessions().add(phone);

        assertThat(Concurrently.call(20, i -> store().sessions().revoke(phone.id(), nowPlus(i))))
                .containsOnlyOnce(true);
    }

    @Test
    void listsTheLiveSessionsOfAPersonNewestFirst() {
        Session old = sessionAt("old", ANNA, NOW);
        Session young = sessionAt("young", ANNA, nowPlus(60));
        Session ended = sessionAt("ended", ANNA, nowPlus(30));
        List.of(old, ended, young, session("his", BOB)).forEach(store().sessions()::add);
        store().sessions().revoke(ended.id(), nowPlus(90));

        assertThat(store().sessions().findLive(ANNA.id(), nowPlus(100))).containsExactly(young, old);
        assertThat(store().sessions().findLive(ANNA.id(), old.expiresAt())).containsExactly(young);
        assertThat(store().sessions().findById(old.id())).contains(old);
        assertThat(store().sessions().findById(new SessionId("s_unknown"))).isEmpty();
    }

    @Test
    void tellsWhichOfSomeSessionsWereRevoked() {
        Session phone = session("phone", ANNA);
        Session laptop = session("laptop", ANNA);
        List.of(phone, laptop).forEach(store().sessions()::add);
        store().sessions().revoke(phone.id(), nowPlus(60));

        assertThat(store().sessions().findRevoked(List.of(phone.id(), laptop.id(), new SessionId("s_unknown"))))
                .containsExactly(phone.id());
        assertThat(store().sessions().findRevoked(List.of(laptop.id()))).isEmpty();
        assertThat(store().sessions().findRevoked(List.of())).isEmpty();
    }

    @Test
    void endsAllLiveSessionsOfAPersonButOne() {
        Session phone = sessionAt("phone", ANNA, NOW);
        Session laptop = sessionAt("laptop", ANNA, nowPlus(1));
        Session his = session("his", BOB);
        List.of(phone, laptop, his).forEach(store().sessions()::add);

        assertThat(store().sessions().revokeAll(ANNA.id(), laptop.id(), nowPlus(60)))
                .containsExactly(phone);
        assertThat(store().sessions().revokeAll(ANNA.id(), laptop.id(), nowPlus(70)))
                .isEmpty();
        assertThat(store().sessions().revokeAll(ANNA.id(), null, nowPlus(80))).containsExactly(laptop);

        assertThat(stored(phone).revokedAt()).isEqualTo(nowPlus(60));
        assertThat(stored(laptop).revokedAt()).isEqualTo(nowPlus(80));
        assertThat(stored(his)).isEqualTo(his);
    }

    @Test
    void endsEachOnceWhenAllAreEndedByManyAtOnce() {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Session session = sessionAt("n" + i, ANNA, nowPlus(i));
            store().sessions().add(session);
            sessions.add(session);
        }

        List<List<Session>> ended =
                Concurrently.call(8, i -> store().sessions().revokeAll(ANNA.id(), null, nowPlus(60)));

        assertThat(ended.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(sessions);
    }

    @Test
    void staysEndedWhenItsLastUseIsNotedLate() {
        Session phone = session("phone", ANNA);
        store().sessions().add(phone);
        store().sessions().revoke(phone.id(), nowPlus(60));

        store().sessions().touch(phone.touch(nowPlus(7_200)));

        assertThat(stored(phone).revokedAt()).isEqualTo(nowPlus(60));
    }

    @Test
    void endsTheOldestWhenOnePersonHasTooMany() {
        List<Session> sessions = fill(NOW);
        Session surplus = sessionAt("surplus", ANNA, nowPlus(1_000));
        Session another = sessionAt("another", ANNA, nowPlus(1_001));
        store().sessions().add(session("his", BOB));

        assertThat(store().sessions().add(surplus)).containsExactly(sessions.get(0));
        assertThat(store().sessions().add(another)).containsExactly(sessions.get(1));

        assertThat(stored(sessions.get(0)).revokedAt()).isEqualTo(surplus.createdAt());
        assertThat(stored(sessions.get(2))).isEqualTo(sessions.get(2));
        assertThat(stored(surplus)).isEqualTo(surplus);
        assertThat(stored(session("his", BOB)).revokedAt()).isNull();
    }

    @Test
    void countsNeitherEndedNorExpiredSessions() {
        List<Session> sessions = fill(NOW);
        store().sessions().revoke(sessions.get(40).id(), nowPlus(500));

        assertThat(store().sessions().add(sessionAt("new", ANNA, nowPlus(1_000))))
                .isEmpty();
        assertThat(store().sessions().add(sessionAt("later", ANNA, NOW.plus(Duration.ofDays(31)))))
                .isEmpty();
    }

    @Test
    void neverHoldsMoreThanTheLimitWhenManySignInAtOnce() {
        List<Session> before = fill(NOW);

        List<List<Session>> ended =
                Concurrently.call(20, i -> store().sessions().add(sessionAt("at-once-" + i, ANNA, nowPlus(1_000))));

        assertThat(ended.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(before.subList(0, 20));
    }

    /** Opens as many sessions as one person may have, one a second. */
    private List<Session> fill(Instant start) {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < Session.MAX_PER_USER; i++) {
            Session session = sessionAt("number-" + i, ANNA, start.plusSeconds(i));
            assertThat(store().sessions().add(session)).isEmpty();
            sessions.add(session);
        }
        return sessions;
    }

    private Session stored(Session session) {
        return store().sessions().findByTokenHash(session.tokenHash()).orElseThrow();
    }
}
