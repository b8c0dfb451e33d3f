package io.chatty.application.presence;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is offline for whom although connected: whoever hides, is blocked, deleted, or not addressable. */
class HiddenPresenceTest {

    private final PresenceScene scene = new PresenceScene();

    @Test
    void hidesAPersonWhoShowsNoPresenceAndEverybodyFromHim() {
        ConnectionId annas = scene.watcher(ANNA, BOB, CARA);
        ConnectionId bobs = scene.watcher(BOB, ANNA, CARA);
        scene.connect(CARA, "caras");
        scene.startListening();

        change(ANNA, new ProfileChange(null, null, false, null));

        assertThat(scene.toldTo(bobs)).containsExactly(offline(ANNA));
        assertThat(scene.toldTo(annas)).containsExactlyInAnyOrder(offline(BOB), offline(CARA));
        assertThat(scene.seenBy(BOB, ANNA)).isEqualTo(offline(ANNA));
        assertThat(scene.seenBy(ANNA, BOB)).isEqualTo(offline(BOB));
        assertThat(scene.seenBy(BOB, CARA).state()).isEqualTo(PresenceState.ONLINE);
        scene.startListening();

        change(ANNA, new ProfileChange(null, null, true, null));

        assertThat(scene.toldTo(bobs)).containsExactly(new Presence(ANNA.id(), PresenceState.ONLINE, null));
        assertThat(scene.toldTo(annas)).hasSize(2).allMatch(presence -> presence.state() == PresenceState.ONLINE);
    }

    @Test
    void hidesTwoPeopleFromEachOtherWhileABlockStands() {
        scene.acquaint(ANNA, BOB);
        ConnectionId annas = scene.watcher(ANNA, BOB);
        ConnectionId bobs = scene.watcher(BOB, ANNA);
        scene.startListening();

        scene.relations.block(ANNA.id(), BOB.id(), scene.clock.instant());

        assertThat(scene.toldTo(annas)).containsExactly(offline(BOB));
        assertThat(scene.toldTo(bobs)).containsExactly(offline(ANNA));
        scene.startListening();
        scene.disconnect(annas, Farewell.GONE);
        assertThat(scene.toldTo(bobs)).isEmpty();
        assertThat(scene.seenBy(BOB, ANNA)).isEqualTo(offline(ANNA));
        scene.startListening();

        scene.relations.unblock(ANNA.id(), BOB.id());

        assertThat(scene.toldTo(bobs)).hasSize(1).noneMatch(presence -> presence.lastSeenAt() == null);
    }

    @Test
    void hidesAPersonFromStrangersWhoCannotFindHim() {
        scene.connect(BOB, "bobs");
        change(BOB, new ProfileChange(null, null, null, false));
        ConnectionId annas = scene.connect(ANNA, "annas");
        scene.watch(annas, BOB, user("nobody"));

        assertThat(scene.toldTo(annas)).containsExactlyInAnyOrder(offline(BOB), offline(user("nobody")));
        scene.startListening();
        scene.report(new ConnectionId("bobs"), Activity.AWAY);
        assertThat(scene.toldTo(annas)).isEmpty();

        scene.acquaint(BOB, ANNA);

        assertThat(scene.seenBy(ANNA, BOB).state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void hidesAPersonWhoShowsNoPresenceFromHimselfToo() {
        ConnectionId annas = scene.watcher(ANNA, ANNA);

        change(ANNA, new ProfileChange(null, null, false, null));

        assertThat(scene.toldTo(annas)).containsExactly(offline(ANNA));
        assertThat(scene.seenBy(ANNA, ANNA)).isEqualTo(offline(ANNA));
        scene.startListening();
        scene.report(annas, Activity.AWAY);
        assertThat(scene.toldTo(annas)).isEmpty();

        change(ANNA, new ProfileChange(null, null, true, false));

        assertThat(scene.toldTo(annas)).containsExactly(new Presence(ANNA.id(), PresenceState.AWAY, null));
        assertThat(scene.seenBy(ANNA, ANNA).state()).isEqualTo(PresenceState.AWAY);
    }

    @Test
    void forgetsADeletedAccount() {
        scene.acquaint(ANNA, BOB);
        ConnectionId bobs = scene.connect(BOB, "bobs");

        scene.store.users().delete(BOB.id(), scene.clock.instant());
        scene.relations.deleted(BOB.id());
        scene.disconnect(bobs, Farewell.GONE);

        assertThat(scene.store.lastSeen().find(List.of(BOB.id()))).isEmpty();
        assertThat(scene.seenBy(ANNA, BOB)).isEqualTo(offline(BOB));
    }

    private void change(User person, ProfileChange change) {
        scene.change(person, change);
    }

    private static Presence offline(User person) {
        return new Presence(person.id(), PresenceState.OFFLINE, null);
    }
}
