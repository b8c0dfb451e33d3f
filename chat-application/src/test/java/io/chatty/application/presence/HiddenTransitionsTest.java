package io.chatty.application.presence;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.application.presence.DisconnectUseCase.Farewell;
import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Anna watches Bob and may see nothing of him: whatever he does, she hears no more than that he is offline. */
class HiddenTransitionsTest {

    private static final Presence NOTHING = Presence.hidden(BOB.id());

    private final PresenceScene scene = new PresenceScene();

    @ParameterizedTest
    @EnumSource
    void hearsOnceThatAHiddenPersonIsOfflineAndNothingAfter(Hiding hiding) {
        hide(hiding);
        ConnectionId annas = scene.connect(ANNA, "annas");
        scene.watch(annas, BOB);

        comeAndGo();
        change(hiding);

        assertThat(scene.toldTo(annas)).containsExactly(NOTHING);
        assertThat(scene.seenBy(ANNA, BOB)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void hearsOnceThatAPersonWhoIsThereHidesAndNothingAfter(Hiding hiding) {
        ConnectionId annas = scene.watcher(ANNA, BOB);
        scene.connect(BOB, "bobs");
        scene.startListening();

        hide(hiding);
        scene.disconnect(new ConnectionId("bobs"), Farewell.GONE);
        comeAndGo();
        change(hiding);

        assertThat(scene.toldTo(annas)).containsExactly(NOTHING);
    }

    private void hide(Hiding hiding) {
        switch (hiding) {
            case WATCHER_BLOCKS -> scene.relations.block(ANNA.id(), BOB.id(), scene.clock.instant());
            case PERSON_BLOCKS -> scene.relations.block(BOB.id(), ANNA.id(), scene.clock.instant());
            case PERSON_HIDES -> scene.change(BOB, presence(false));
            case WATCHER_HIDES -> scene.change(ANNA, presence(false));
            case PERSON_IS_NOT_FOUND -> scene.change(BOB, new ProfileChange(null, null, null, false));
        }
        if (hiding != Hiding.PERSON_IS_NOT_FOUND) {
            scene.acquaint(ANNA, BOB);
        }
    }

    private void comeAndGo() {
        for (Farewell farewell : Farewell.values()) {
            ConnectionId bobs = scene.connect(BOB, "bobs " + farewell);
            scene.report(bobs, Activity.AWAY);
            scene.report(bobs, Activity.ACTIVE);
            scene.clock.advance(Duration.ofMinutes(5));
            scene.disconnect(bobs, farewell);
            scene.clock.advance(DisconnectUseCase.LINGER);
            scene.expire();
        }
    }

    /** Everything about the two that shows her nothing of him, once while he is there and once while he is not. */
    private void change(Hiding hiding) {
        changeAll(hiding);
        ConnectionId bobs = scene.connect(BOB, "bobs");
        changeAll(hiding);
        scene.disconnect(bobs, Farewell.GONE);
    }

    private void changeAll(Hiding hiding) {
        for (User person : new User[] {ANNA, BOB}) {
            scene.change(person, new ProfileChange(new DisplayName("Somebody"), null, null, null));
            scene.change(person, new ProfileChange(null, false, null, null));
            scene.change(person, new ProfileChange(null, true, null, null));
        }
        User other = hiding == Hiding.PERSON_HIDES ? ANNA : BOB;
        scene.change(other, presence(false));
        scene.change(other, presence(true));
    }

    private static ProfileChange presence(boolean shown) {
        return new ProfileChange(null, null, shown, null);
    }

    /** Why she may see nothing of him. */
    private enum Hiding {
        WATCHER_BLOCKS,
        PERSON_BLOCKS,
        PERSON_HIDES,
        WATCHER_HIDES,
        PERSON_IS_NOT_FOUND
    }
}
