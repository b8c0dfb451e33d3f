package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.conversation.SettingsChange;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.conversation.SyncRepository;
import io.chatty.domain.conversation.SyncStep;
import io.chatty.domain.user.Block;
import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SyncRepository} promises, as it shows to whoever follows the cursors of {@link SyncReader}. */
public abstract class SyncRepositoryContract extends StoreContract {

    private static final SettingsChange MUTE = new SettingsChange(true, null, null, null);
    private static final ConversationId ANNA_WITH_CARA = pair(ANNA, CARA).conversationId();

    /** Ends and starts again what the ports are made of: what was gathered is written by then. */
    protected abstract void reopen();

    @Test
    void standsStillWhileNothingHappens() {
        assertThat(step(ANNA, start(ANNA))).isEqualTo(new SyncStep(List.of(), start(ANNA), false));

        send(draft(ANNA, BOB, "hello"));

        assertThat(step(ANNA, start(ANNA))).isEqualTo(new SyncStep(List.of(), start(ANNA), false));
        assertThat(start(ANNA)).isEqualTo(start(ANNA));
    }

    @Test
    void findsMessagesChangesAndOpening() {
        send(draft(ANNA, BOB, "hello"));
        assertFound(() -> send(draft(ANNA, BOB, "hello")), ANNA, BOB);
        assertFound(() -> await(store().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "changed"))), ANNA, BOB);
        assertFound(() -> await(store().messages().change(deletion(ANNA_AND_BOB, 2, ANNA))), ANNA, BOB);

        SyncCursor annas = start(ANNA);
        SyncCursor caras = start(CARA);
        store().conversations().open(pair(ANNA, CARA), ANNA.id(), nowPlus(300));

        assertThat(step(ANNA, annas).changed()).contains(ANNA_WITH_CARA);
        assertThat(step(CARA, caras).changed()).isEmpty();
    }

    @Test
    void findsMarksOfBothAndSettingsOfOne() {
        send(draft(ANNA, BOB, "hello"));
        assertFound(() -> advance(new MarkReport(0, 1), PeerSight.ALL, 1), ANNA, BOB);
        assertFound(() -> advance(MarkReport.read(1), PeerSight.ALL, 2), ANNA, BOB);
        assertFound(() -> store().conversations().changeSettings(ANNA_WITH_BOB, ANNA.id(), MUTE, nowPlus(3)), ANNA);
    }

    @Test
    void findsWhatElseChangesOfOneAndWhatBothSeeOfAPerson() {
        send(draft(ANNA, BOB, "hello"));
        send(draft(ANNA, CARA, "hello"));

        assertFound(() -> store().conversations().countChange(ANNA_WITH_BOB, ANNA.id(), nowPlus(1)), ANNA);
        assertFound(() -> store().conversations().touchAll(ANNA.id(), nowPlus(2)), ANNA, BOB);
        assertFound(() -> store().conversations().touchAll(BOB.id(), nowPlus(3)), ANNA, BOB);
        SyncCursor cursor = start(CARA);
        store().conversations().touchAll(BOB.id(), nowPlus(4));
        assertThat(step(CARA, cursor).changed()).isEmpty();
    }

    @Test
    void tellsThePeerOfMarksOnlyWhatIsShown() {
        sendAll(List.of(draft(ANNA, BOB, "one"), draft(ANNA, BOB, "two")));
        hideReading(BOB);

        assertFound(() -> advance(new MarkReport(0, 1), PeerSight.DELIVERED, 1), ANNA, BOB);
        assertFound(() -> advance(MarkReport.read(1), PeerSight.DELIVERED, 2), BOB);
        assertFound(() -> advance(MarkReport.read(2), PeerSight.DELIVERED, 3), ANNA, BOB);
    }

    @Test
    void tellsThePeerOfNoMarksWhileABlockStands() {
        sendAll(List.of(draft(ANNA, BOB, "one"), draft(ANNA, BOB, "two")));
        advance(MarkReport.read(1), PeerSight.ALL, 1);

        assertFound(() -> {
            store().marks().keep(ANNA_AND_BOB);
            store().blocks().add(new Block(BOB.id(), ANNA.id(), NOW));
        });
        assertFound(() -> advance(MarkReport.read(2), PeerSight.NOTHING, 2), BOB);
        assertFound(() -> store().blocks().remove(BOB.id(), ANNA.id()), ANNA);
    }

    @Test
    void findsInEmptyOnesWhatWhoOpenedThemSees() {
        send(draft(ANNA, BOB, "hello"));
        store().conversations().open(pair(ANNA, CARA), ANNA.id(), nowPlus(1));
        SyncCursor annas = start(ANNA);
        SyncCursor bobs = start(BOB);
        SyncCursor caras = start(CARA);

        assertThat(store().conversations().touchEmpty(CARA.id(), nowPlus(100))).containsExactly(ANNA.id());
        SyncStep empty = step(ANNA, annas);
        assertThat(empty.changed()).contains(ANNA_WITH_CARA);
        assertThat(store().conversations().touchAll(CARA.id(), nowPlus(200))).containsExactly(ANNA.id());
        assertThat(step(ANNA, empty.next()).changed()).containsExactly(ANNA_WITH_CARA);
        assertThat(step(BOB, bobs).changed()).isEmpty();
        assertThat(store().conversations().touchEmpty(BOB.id(), nowPlus(300))).isEmpty();
        assertThat(store().conversations().touchAll(ANNA.id(), nowPlus(400)))
                .containsExactlyInAnyOrder(ANNA.id(), BOB.id());
        assertThat(step(CARA, caras)).isEqualTo(new SyncStep(List.of(), caras, false));
        assertThat(store().conversations().find(ANNA_WITH_CARA, CARA.id())).isEmpty();
    }

    @Test
    void findsWhatHappensUnderAClockThatWasSetBack() {
        send(at(nowPlus(3_600), draft(ANNA, BOB, "hello")));
        send(at(nowPlus(3_600), draft(CARA, ANNA, "hello")));

        assertFound(() -> send(at(NOW, draft(ANNA, BOB, "hello"))), ANNA, BOB);
        assertFound(() -> await(store().messages().change(at(NOW, edit(ANNA_AND_BOB, 1, ANNA, "changed")))), ANNA, BOB);
        assertFound(() -> advance(MarkReport.read(1), PeerSight.ALL, 0), ANNA, BOB);
        assertFound(() -> store().conversations().changeSettings(ANNA_WITH_BOB, ANNA.id(), MUTE, NOW), ANNA);
    }

    @Test
    void findsWhatHappenedLongAgo() {
        send(draft(ANNA, BOB, "hello"));
        SyncCursor cursor = start(ANNA);
        send(at(nowPlus(1_000), draft(ANNA, BOB, "hello")));
        send(at(nowPlus(2_000_000), draft(CARA, ANNA, "hello")));

        assertThat(step(ANNA, cursor).changed()).containsExactly(ANNA_WITH_BOB, ANNA_WITH_CARA);
    }

    @Test
    void tellsNobodyElse() {
        send(draft(ANNA, BOB, "hello"));
        SyncCursor cursor = start(CARA);

        send(draft(ANNA, BOB, "hello"));

        assertThat(step(CARA, cursor)).isEqualTo(new SyncStep(List.of(), cursor, false));
        assertThat(start(user("stranger"))).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void tellsEverythingInStepsOfAnySize(int limit) {
        SyncCursor cursor = start(ANNA);
        List<User> peers =
                IntStream.range(0, 10).mapToObj(i -> user("peer-" + i)).toList();
        peers.forEach(peer -> {
            register(peer);
            send(at(nowPlus(peers.indexOf(peer) / 3 * 60L), draft(peer, ANNA, "hello")));
        });
        List<ConversationId> told = new ArrayList<>();

        SyncStep step;
        do {
            step = reader().step(ANNA.id(), cursor, limit);
            assertThat(step.changed()).hasSizeLessThanOrEqualTo(limit);
            told.addAll(step.changed());
            cursor = step.next();
        } while (step.hasMore());

        assertThat(told)
                .containsAll(peers.stream()
                        .map(peer -> pair(ANNA, peer).conversationId())
                        .toList());
        assertThat(reader().step(ANNA.id(), cursor, limit)).isEqualTo(new SyncStep(List.of(), cursor, false));
    }

    @Test
    void refusesACursorOfAnotherEpoch() {
        SyncCursor cursor = start(ANNA);
        SyncCursor other = new SyncCursor("another", cursor.newest(), cursor.digest(), cursor.place());

        assertThatThrownBy(() -> step(ANNA, other)).hasMessage("SYNC_RESET");
    }

    @Test
    void missesNothingThatBecomesVisibleLate() {
        assertMissesNothing(0);
    }

    @Tag("heavy")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void missesNothingThatBecomesVisibleLateAnyTime(int block) {
        assertMissesNothing(block);
    }

    private void assertMissesNothing(int block) {
        for (int seed = 1 + block * LateWrites.RUNS / 10; seed <= (block + 1) * LateWrites.RUNS / 10; seed++) {
            LateWrites run = new LateWrites(seed, store(), elsewhere());
            assertThat(run.told()).as("seed " + seed).isEqualTo(run.stored());
        }
    }

    @Test
    void findsWhatHappensAfterAStartUnderAClockThatWasSetBack() {
        sendAll(List.of(draft(ANNA, BOB, "hello"), at(nowPlus(3_600), draft(CARA, ANNA, "hello"))));
        SyncCursor cursor = start(ANNA);
        reopen();

        send(at(NOW, draft(ANNA, BOB, "hello")));

        assertThat(step(ANNA, cursor).changed()).contains(ANNA_WITH_BOB);
    }

    @Test
    void findsMarksOfAnOldConversationOnceTheyAreWritten() {
        sendAll(List.of(draft(ANNA, BOB, "hello"), at(nowPlus(3_600), draft(CARA, ANNA, "hello"))));
        SyncCursor cursor = start(ANNA);

        advance(MarkReport.read(1), PeerSight.ALL, 3_601);
        reopen();

        assertThat(step(ANNA, cursor).changed()).contains(ANNA_WITH_BOB);
    }

    @Test
    void findsNoMarksOfAnOldConversationThatAreNotShown() {
        hideReading(BOB);
        sendAll(List.of(draft(ANNA, BOB, "one"), draft(ANNA, BOB, "two")));
        advance(new MarkReport(0, 1), PeerSight.DELIVERED, 1);
        send(at(nowPlus(3_600), draft(CARA, ANNA, "hello")));
        reopen();
        SyncCursor annas = start(ANNA);
        SyncCursor bobs = start(BOB);

        advance(MarkReport.read(1), PeerSight.DELIVERED, 3_601);
        reopen();

        assertThat(step(ANNA, annas)).isEqualTo(new SyncStep(List.of(), annas, false));
        assertThat(step(BOB, bobs).changed()).containsExactly(ANNA_WITH_BOB);

        // The one that is shown and the one that is not are written together.
        advance(new MarkReport(0, 2), PeerSight.DELIVERED, 3_602);
        advance(MarkReport.read(2), PeerSight.DELIVERED, 3_603);
        reopen();

        assertThat(step(ANNA, annas).changed()).contains(ANNA_WITH_BOB);
    }

    /** Asserts that something shows to some of Anna and Bob by the next step, and to nobody but them. */
    private void assertFound(Runnable happening, User... affected) {
        List<User> people = List.of(ANNA, BOB);
        List<SyncCursor> before = people.stream().map(this::start).toList();

        happening.run();

        for (User person : people) {
            SyncStep step = step(person, before.get(people.indexOf(person)));
            if (List.of(affected).contains(person)) {
                assertThat(step.changed()).contains(ANNA_WITH_BOB);
                assertThat(step.next()).isEqualTo(start(person));
            } else {
                assertThat(step.changed()).isEmpty();
            }
        }
    }

    private void advance(MarkReport report, PeerSight sight, long secondsFromNow) {
        store().marks().advance(ANNA_WITH_BOB, BOB.id(), report, sight, nowPlus(secondsFromNow));
    }

    private void hideReading(User user) {
        store().users().change(user.id(), new ProfileChange(null, false, null, null));
    }

    private SyncReader reader() {
        return SyncReaders.of(store());
    }

    private SyncCursor start(User user) {
        return reader().start(user.id());
    }

    private SyncStep step(User user, SyncCursor since) {
        return reader().step(user.id(), since, 100);
    }
}
