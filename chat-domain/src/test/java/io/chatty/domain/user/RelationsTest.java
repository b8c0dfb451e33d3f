package io.chatty.domain.user;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.user.RelationEvent.AccountChanged;
import io.chatty.domain.user.RelationEvent.BlockAnnounced;
import io.chatty.domain.user.RelationEvent.BlockChanged;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationsTest {

    private static final ProfileChange HIDE = new ProfileChange(null, null, null, false);
    private static final UserId STRANGER = user("stranger").id();

    private final Store store = Store.fake();
    private final TestClock clock = new TestClock();
    private final Relations relations = store.relations(clock);
    private final List<RelationEvent> told = new ArrayList<>();

    @BeforeEach
    void register() {
        List.of(ANNA, BOB, CARA).forEach(store.users()::add);
        relations.follow(told::add);
    }

    @Test
    void letsPeopleAddressThoseWhoLetThemselvesBeFound() {
        assertThat(relations.addressable(ANNA.id(), List.of(ANNA.id(), BOB.id(), STRANGER)))
                .containsOnlyKeys(ANNA.id(), BOB.id());

        change(BOB, HIDE);
        change(ANNA, HIDE);

        assertThat(relations.addressable(ANNA.id(), BOB.id())).isEmpty();
        assertThat(relations.addressable(ANNA.id(), ANNA.id())).isPresent();
    }

    @Test
    void letsThoseWithAMessageInCommonAddressEachOther() {
        change(BOB, HIDE);
        store.messages().append(draft(BOB, ANNA, "hello"));

        assertThat(relations.addressable(ANNA.id(), BOB.id())).isPresent();
        assertThat(relations.addressable(CARA.id(), BOB.id())).isEmpty();
    }

    @Test
    void letsNobodyAddressADeletedAccount() {
        store.messages().append(draft(BOB, ANNA, "hello"));
        store.users().delete(BOB.id(), NOW);
        relations.deleted(BOB.id());

        assertThat(relations.addressable(ANNA.id(), BOB.id())).isEmpty();
        assertThat(relations.between(ANNA.id(), BOB.id()).orElseThrow().isOpen())
                .isFalse();
    }

    @Test
    void closesBothWaysWhileABlockStandsEitherWay() {
        assertThat(relations.between(ANNA.id(), BOB.id()).orElseThrow().isOpen())
                .isTrue();

        assertThat(relations.block(ANNA.id(), BOB.id(), NOW)).isTrue();
        assertThat(relations.block(ANNA.id(), BOB.id(), NOW)).isFalse();
        assertThat(relations.block(BOB.id(), ANNA.id(), NOW)).isTrue();
        assertThat(relations.unblock(ANNA.id(), BOB.id())).isTrue();
        assertThat(relations.unblock(ANNA.id(), BOB.id())).isFalse();

        Relation relation = relations.between(ANNA.id(), BOB.id()).orElseThrow();
        assertThat(relation.isOpen()).isFalse();
        assertThat(relation.blocks()).isFalse();
        assertThat(relation.blocked()).isTrue();
        assertThat(relations.between(CARA.id(), List.of(ANNA.id(), BOB.id())).values())
                .allMatch(Relation::isOpen);
    }

    @Test
    void announcesOnlyTheFirstBlockBetweenTwo() {
        relations.block(ANNA.id(), BOB.id(), NOW);
        relations.block(BOB.id(), ANNA.id(), NOW);
        relations.unblock(ANNA.id(), BOB.id());

        assertThat(told)
                .containsExactly(
                        new BlockAnnounced(ANNA.id(), BOB.id()),
                        new BlockChanged(ANNA.id(), BOB.id()),
                        new BlockChanged(BOB.id(), ANNA.id()),
                        new BlockChanged(ANNA.id(), BOB.id()));
    }

    @Test
    void showsNothingThatOneOfTheTwoDoesNotShow() {
        change(ANNA, new ProfileChange(null, false, false, null));

        Relation annas = relations.between(ANNA.id(), BOB.id()).orElseThrow();
        Relation bobs = relations.between(BOB.id(), ANNA.id()).orElseThrow();
        assertThat(annas.showsReading() || bobs.showsReading()).isFalse();
        assertThat(annas.showsPresence() || bobs.showsPresence()).isFalse();
        assertThat(annas.showsTyping()).isFalse();
        assertThat(bobs.showsTyping()).isTrue();
        assertThat(told)
                .containsExactly(
                        new AccountChanged(ANNA.id(), EnumSet.of(AccountField.READ_RECEIPTS, AccountField.PRESENCE)));
    }

    @Test
    void learnsWithinItsMemoryWhatAnotherProcessChanged() {
        relations.between(ANNA.id(), BOB.id());
        store.blocks().add(new Block(BOB.id(), ANNA.id(), NOW));
        assertThat(relations.between(ANNA.id(), BOB.id()).orElseThrow().isOpen())
                .isTrue();

        clock.advance(Relations.MEMORY);

        assertThat(relations.between(ANNA.id(), BOB.id()).orElseThrow().isOpen())
                .isFalse();
    }

    @Test
    void knowsNothingOfIdsThatWereNeverGivenOut() {
        assertThat(relations.between(ANNA.id(), STRANGER)).isEmpty();
        assertThat(relations.between(STRANGER, ANNA.id())).isEmpty();
        assertThat(relations.account(STRANGER)).isEmpty();
        assertThat(relations.between(ANNA.id(), ANNA.id())).isEmpty();
    }

    private void change(User user, ProfileChange change) {
        store.users().change(user.id(), change);
        relations.changed(user.id(), AccountField.named(change));
    }
}
