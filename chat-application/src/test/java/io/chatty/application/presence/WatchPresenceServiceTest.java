package io.chatty.application.presence;

import static io.chatty.application.presence.DisconnectUseCase.Farewell.GONE;
import static io.chatty.domain.presence.PresenceState.OFFLINE;
import static io.chatty.domain.presence.PresenceState.ONLINE;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchPresenceServiceTest {

    private static final User NOBODY = user("nobody");

    private final PresenceScene scene = new PresenceScene();
    private final ConnectionId anna = scene.connect(ANNA, "anna");

    @Test
    void isToldOnceWhereEverybodyIsNow() {
        scene.connect(BOB, "bob");

        scene.watch(anna, BOB, CARA, NOBODY);

        assertThat(scene.toldTo(anna))
                .containsExactlyInAnyOrder(presence(BOB, ONLINE), presence(CARA, OFFLINE), presence(NOBODY, OFFLINE));
    }

    @Test
    void isToldWhenAcquaintancesWereLastSeen() {
        scene.acquaint(ANNA, BOB);
        scene.disconnect(scene.connect(BOB, "bob"), GONE);
        scene.disconnect(scene.connect(CARA, "cara"), GONE);

        scene.watch(anna, BOB, CARA);

        assertThat(scene.toldTo(anna))
                .containsExactlyInAnyOrder(
                        new Presence(BOB.id(), OFFLINE, scene.clock.instant().truncatedTo(ChronoUnit.MINUTES)),
                        presence(CARA, OFFLINE));
    }

    @Test
    void replacesWhomAConnectionWatches() {
        scene.watch(anna, BOB);
        scene.watch(anna, CARA);
        scene.startListening();

        scene.connect(BOB, "bob");
        scene.connect(CARA, "cara");

        assertThat(scene.toldTo(anna)).containsExactly(presence(CARA, ONLINE));
    }

    @Test
    void isToldOnceMoreWhenItWatchesAgain() {
        scene.watch(anna, BOB);
        scene.startListening();

        scene.watch(anna, BOB);

        assertThat(scene.toldTo(anna)).containsExactly(presence(BOB, OFFLINE));
    }

    @Test
    void isToldForItselfWhateverAnotherConnectionKnows() {
        ConnectionId phone = scene.connect(ANNA, "phone of Anna");
        scene.watch(anna, BOB);
        scene.watch(phone, BOB);

        scene.connect(BOB, "bob");

        assertThat(scene.toldTo(anna)).containsExactly(presence(BOB, OFFLINE), presence(BOB, ONLINE));
        assertThat(scene.toldTo(phone)).containsExactly(presence(BOB, OFFLINE), presence(BOB, ONLINE));
    }

    @Test
    void isToldNothingWhenAnotherNameIsAllThatChanged() {
        scene.acquaint(ANNA, BOB);
        scene.disconnect(scene.connect(BOB, "bob"), GONE);
        scene.watch(anna, BOB);
        scene.startListening();

        scene.change(BOB, new ProfileChange(new DisplayName("Robert"), null, null, null));
        scene.change(ANNA, new ProfileChange(null, false, null, null));

        assertThat(scene.toldTo(anna)).isEmpty();
    }

    @Test
    void isNotToldAnythingOnceItIsGone() {
        scene.watch(anna, BOB);
        scene.disconnect(anna, GONE);
        scene.startListening();

        scene.watch(anna, BOB);
        scene.connect(BOB, "bob");

        verifyNoInteractions(scene.notifier);
    }

    @Test
    void watchesOneself() {
        scene.watch(anna, ANNA);

        assertThat(scene.toldTo(anna)).containsExactly(presence(ANNA, ONLINE));
    }

    @Test
    void showsPresenceOnRequestInTheGivenOrder() {
        scene.acquaint(ANNA, CARA);
        scene.clock.advance(Duration.ofMinutes(5));
        scene.connect(BOB, "bob");
        scene.disconnect(scene.connect(CARA, "cara"), GONE);

        assertThat(scene.assembly.getPresence().get(ANNA.id(), List.of(NOBODY.id(), CARA.id(), BOB.id(), BOB.id())))
                .containsExactly(
                        presence(NOBODY, OFFLINE),
                        new Presence(CARA.id(), OFFLINE, scene.clock.instant().truncatedTo(ChronoUnit.MINUTES)),
                        presence(BOB, ONLINE),
                        presence(BOB, ONLINE));
    }

    private static Presence presence(User person, PresenceState state) {
        return new Presence(person.id(), state, null);
    }
}
