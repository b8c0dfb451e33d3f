package io.chatty.application.presence;

import static io.chatty.application.presence.DisconnectUseCase.Farewell.GONE;
import static io.chatty.application.presence.DisconnectUseCase.Farewell.LOST;
import static io.chatty.domain.presence.PresenceState.AWAY;
import static io.chatty.domain.presence.PresenceState.OFFLINE;
import static io.chatty.domain.presence.PresenceState.ONLINE;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceTransitionsTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final PresenceScene scene = new PresenceScene();
    private ConnectionId anna;

    @BeforeEach
    void annaKnowsBobAndWatchesHim() {
        scene.acquaint(ANNA, BOB);
        anna = scene.watcher(ANNA, BOB);
    }

    @Test
    void tellsOnceThatAPersonIsOnlineHoweverManyConnectionsComeUp() {
        scene.connect(BOB, "phone");
        scene.connect(BOB, "laptop");
        scene.connect(BOB, "phone");

        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE));
    }

    @Test
    void tellsAtOnceThatAPersonSaidGoodbyeWithTheMinuteOfIt() {
        ConnectionId phone = scene.connect(BOB, "phone");
        scene.clock.advance(Duration.ofMinutes(5));

        scene.disconnect(phone, GONE);

        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE), bobLastSeen(scene.clock.instant()));
    }

    @Test
    void keepsAPersonWithAnotherConnectionOnline() {
        ConnectionId phone = scene.connect(BOB, "phone");
        scene.connect(BOB, "laptop");

        scene.disconnect(phone, GONE);

        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE));
    }

    @Test
    void lingersForTenSecondsWhenAConnectionIsLost() {
        ConnectionId phone = scene.connect(BOB, "phone");
        scene.clock.advance(Duration.ofMinutes(5));
        Instant lostAt = scene.clock.instant();

        scene.disconnect(phone, LOST);
        scene.clock.advance(DisconnectUseCase.LINGER.minus(MOMENT));
        scene.expire();
        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE));
        assertThat(scene.seenBy(ANNA, BOB)).isEqualTo(bob(ONLINE));

        scene.clock.advance(MOMENT);
        scene.expire();
        scene.expire();

        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE), bobLastSeen(lostAt));
    }

    @Test
    void doesNotFlickerWhenAPageIsLoadedAgain() {
        scene.disconnect(scene.connect(BOB, "page"), LOST);
        scene.clock.advance(Duration.ofSeconds(2));
        scene.connect(BOB, "page again");
        scene.clock.advance(DisconnectUseCase.LINGER);
        scene.expire();

        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE));
    }

    @Test
    void saysGoodbyeOnceThoughAConnectionEndsTwice() {
        ConnectionId phone = scene.connect(BOB, "phone");

        scene.disconnect(phone, GONE);
        scene.disconnect(phone, LOST);
        scene.disconnect(new ConnectionId("unknown"), GONE);
        scene.clock.advance(DisconnectUseCase.LINGER);
        scene.expire();

        assertThat(scene.toldTo(anna)).map(Presence::state).containsExactly(ONLINE, OFFLINE);
    }

    @Test
    void isAwayWhenAllConnectionsSaySo() {
        ConnectionId phone = scene.connect(BOB, "phone");
        ConnectionId laptop = scene.connect(BOB, "laptop");

        scene.report(phone, Activity.AWAY);
        scene.report(phone, Activity.AWAY);
        scene.report(laptop, Activity.AWAY);
        scene.report(laptop, Activity.ACTIVE);

        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE), bob(AWAY), bob(ONLINE));
    }

    @Test
    void isAwayWhenTheActiveConnectionsHaveEnded() {
        scene.report(scene.connect(BOB, "phone"), Activity.AWAY);
        ConnectionId laptop = scene.connect(BOB, "laptop");
        ConnectionId page = scene.connect(BOB, "page");
        scene.startListening();

        scene.disconnect(laptop, GONE);
        scene.disconnect(page, LOST);
        assertThat(scene.toldTo(anna)).isEmpty();
        scene.clock.advance(DisconnectUseCase.LINGER);
        scene.expire();

        assertThat(scene.toldTo(anna)).containsExactly(bob(AWAY));
    }

    @Test
    void tellsNothingWhenLingeringEndsWithoutAChange() {
        scene.report(scene.connect(BOB, "phone"), Activity.AWAY);
        ConnectionId page = scene.connect(BOB, "page");
        scene.report(page, Activity.AWAY);
        scene.disconnect(page, LOST);
        scene.startListening();

        scene.clock.advance(DisconnectUseCase.LINGER);
        scene.expire();

        assertThat(scene.toldTo(anna)).isEmpty();
    }

    @Test
    void ignoresWhatAConnectionThatIsGoneReports() {
        ConnectionId phone = scene.connect(BOB, "phone");
        scene.disconnect(phone, GONE);
        scene.startListening();

        scene.report(phone, Activity.ACTIVE);

        assertThat(scene.toldTo(anna)).isEmpty();
    }

    @Test
    void tellsStrangersNotWhenAPersonWasLastSeen() {
        ConnectionId cara = scene.watcher(CARA, BOB);

        scene.disconnect(scene.connect(BOB, "phone"), GONE);

        assertThat(scene.toldTo(cara)).containsExactly(bob(ONLINE), bob(OFFLINE));
        assertThat(scene.toldTo(anna)).containsExactly(bob(ONLINE), bobLastSeen(scene.clock.instant()));
    }

    @Test
    void tellsNobodyWhoDoesNotWatch() {
        ConnectionId cara = scene.connect(CARA, "cara");
        ConnectionId annasPhone = scene.connect(ANNA, "phone of Anna");
        scene.disconnect(scene.connect(BOB, "phone"), GONE);

        assertThat(scene.toldTo(anna)).hasSize(2);
        assertThat(scene.toldTo(cara)).isEmpty();
        assertThat(scene.toldTo(annasPhone)).isEmpty();
    }

    private static Presence bob(PresenceState state) {
        return new Presence(BOB.id(), state, null);
    }

    private static Presence bobLastSeen(Instant at) {
        return new Presence(BOB.id(), OFFLINE, at.truncatedTo(ChronoUnit.MINUTES));
    }
}
