package io.chatty.testkit.presence;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.chatty.testkit.Concurrently;
import io.chatty.testkit.StoreContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link io.chatty.domain.presence.LastSeenRepository} promises. */
public abstract class LastSeenRepositoryContract extends StoreContract {

    @Test
    void knowsNothingOfPeopleNeverSeen() {
        assertThat(store().lastSeen().find(List.of(ANNA.id(), user("stranger").id())))
                .isEmpty();
        assertThat(store().lastSeen().find(List.of())).isEmpty();
    }

    @Test
    void tellsAtOnceWhenThoseAskedForWereThere() {
        store().lastSeen().save(ANNA.id(), NOW);
        store().lastSeen().save(BOB.id(), nowPlus(5));

        assertThat(store().lastSeen().find(List.of(BOB.id(), CARA.id()))).containsOnly(entry(BOB.id(), nowPlus(5)));
    }

    @Test
    void neverMovesBack() {
        store().lastSeen().save(ANNA.id(), nowPlus(60));
        store().lastSeen().save(ANNA.id(), NOW);

        assertThat(store().lastSeen().find(List.of(ANNA.id()))).containsEntry(ANNA.id(), nowPlus(60));

        store().lastSeen().save(ANNA.id(), nowPlus(61));

        assertThat(store().lastSeen().find(List.of(ANNA.id()))).containsEntry(ANNA.id(), nowPlus(61));
    }

    @Test
    void forgetsAPerson() {
        store().lastSeen().save(ANNA.id(), NOW);
        store().lastSeen().save(BOB.id(), NOW);

        store().lastSeen().forget(ANNA.id());
        store().lastSeen().forget(CARA.id());

        assertThat(store().lastSeen().find(List.of(ANNA.id(), BOB.id()))).containsOnlyKeys(BOB.id());
    }

    @Test
    void keepsTheLatestOfManyAtOnce() {
        Concurrently.call(50, i -> {
            store().lastSeen().save(ANNA.id(), nowPlus(i * 7 % 50));
            return i;
        });

        assertThat(store().lastSeen().find(List.of(ANNA.id()))).containsEntry(ANNA.id(), nowPlus(49));
    }
}
