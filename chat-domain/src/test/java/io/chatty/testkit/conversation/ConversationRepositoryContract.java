package io.chatty.testkit.conversation;

import static io.chatty.domain.conversation.ConversationFilter.ALL;
import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.conversation.Settings;
import io.chatty.domain.user.User;
import io.chatty.testkit.Concurrently;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ConversationRepository} promises. */
public abstract class ConversationRepositoryContract extends ConversationSettingsContract {

    @Test
    void opensOnceForEachOfTheTwo() {
        assertThat(conversations().open(ANNA_AND_BOB, ANNA.id(), NOW)).isTrue();
        assertThat(conversations().open(ANNA_AND_BOB, ANNA.id(), nowPlus(1))).isFalse();
        assertThat(conversations().open(ANNA_AND_BOB, BOB.id(), nowPlus(2))).isTrue();
        assertThat(conversations().open(ANNA_AND_BOB, BOB.id(), nowPlus(3))).isFalse();

        assertThat(entry(ANNA_WITH_BOB, ANNA).createdAt()).isEqualTo(NOW);
        assertThat(entry(ANNA_WITH_BOB, BOB).createdAt()).isEqualTo(nowPlus(2));
    }

    @Test
    void opensOnceForEachWhenManyTryAtOnce() {
        List<Boolean> opened = Concurrently.call(
                50, i -> conversations().open(ANNA_AND_BOB, i % 2 == 0 ? ANNA.id() : BOB.id(), nowPlus(i)));

        List<Boolean> byAnna = new ArrayList<>();
        List<Boolean> byBob = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            (i % 2 == 0 ? byAnna : byBob).add(opened.get(i));
        }
        assertThat(byAnna).containsOnlyOnce(true);
        assertThat(byBob).containsOnlyOnce(true);
        assertThat(entry(ANNA_WITH_BOB, ANNA).createdAt()).isEqualTo(nowPlus(byAnna.indexOf(true) * 2L));
        assertThat(entry(ANNA_WITH_BOB, BOB).createdAt()).isEqualTo(nowPlus(byBob.indexOf(true) * 2L + 1));
    }

    @Test
    void existsOnlyForItsOpenerUntilTheFirstMessage() {
        conversations().open(ANNA_AND_BOB, ANNA.id(), NOW);

        assertExistsFor(ANNA);
        assertDoesNotExistFor(BOB);
        assertThat(entry(ANNA_WITH_BOB, ANNA))
                .isEqualTo(new ConversationEntry(
                        ANNA_AND_BOB,
                        ANNA.id(),
                        NOW,
                        Head.EMPTY,
                        null,
                        Marks.NONE,
                        Marks.NONE,
                        null,
                        Settings.NONE,
                        0));
    }

    @Test
    void existsForBothFromTheFirstMessageOn() {
        assertDoesNotExistFor(ANNA);
        conversations().open(ANNA_AND_BOB, ANNA.id(), NOW);

        Message message = send(at(nowPlus(60), draft(ANNA, BOB, "hello")));

        assertExistsFor(ANNA);
        assertExistsFor(BOB);
        assertThat(entry(ANNA_WITH_BOB, ANNA))
                .isEqualTo(new ConversationEntry(
                        ANNA_AND_BOB,
                        ANNA.id(),
                        NOW,
                        new Head(1, 1),
                        message,
                        Marks.NONE,
                        Marks.NONE,
                        null,
                        Settings.NONE,
                        0));
        assertThat(entry(ANNA_WITH_BOB, BOB))
                .isEqualTo(new ConversationEntry(
                        ANNA_AND_BOB,
                        BOB.id(),
                        nowPlus(60),
                        new Head(1, 1),
                        message,
                        Marks.NONE,
                        Marks.NONE,
                        null,
                        Settings.NONE,
                        1));
        assertThat(conversations().open(ANNA_AND_BOB, BOB.id(), nowPlus(90))).isFalse();
    }

    @Test
    void existsForNobodyElse() {
        send(draft(ANNA, BOB, "hello"));

        assertDoesNotExistFor(CARA);
        assertDoesNotExistFor(user("stranger"));
        assertThat(conversations().find(pair(ANNA, CARA).conversationId(), ANNA.id()))
                .isEmpty();
    }

    @Test
    void showsTheMarksOfBothAndTheLastMessage() {
        send(draft(ANNA, BOB, "one"));
        send(draft(BOB, ANNA, "two"));
        send(draft(BOB, ANNA, "three"));
        Message last = send(at(nowPlus(9), draft(ANNA, BOB, "four")));
        Marks annas = store().marks()
                .advance(ANNA_WITH_BOB, ANNA.id(), new MarkReport(2, 3), PeerSight.ALL, nowPlus(10))
                .after();
        Marks bobs = store().marks()
                .advance(ANNA_WITH_BOB, BOB.id(), new MarkReport(0, 4), PeerSight.ALL, nowPlus(11))
                .after();

        assertThat(entry(ANNA_WITH_BOB, ANNA))
                .isEqualTo(new ConversationEntry(
                        ANNA_AND_BOB, ANNA.id(), NOW, new Head(4, 4), last, annas, bobs, null, Settings.NONE, 1));
        assertThat(entry(ANNA_WITH_BOB, BOB))
                .isEqualTo(new ConversationEntry(
                        ANNA_AND_BOB, BOB.id(), NOW, new Head(4, 4), last, bobs, annas, null, Settings.NONE, 2));
        assertThat(conversations().list(ANNA.id(), ALL, null, 10)).containsExactly(entry(ANNA_WITH_BOB, ANNA));
        assertThat(conversations().list(BOB.id(), ALL, null, 10)).containsExactly(entry(ANNA_WITH_BOB, BOB));
    }

    @Test
    void listsTheNewestFirstAndEmptyOnesByTheirOpening() {
        register(user("dora"), user("emil"));
        send(at(nowPlus(10), draft(ANNA, BOB, "hello")));
        conversations().open(pair(ANNA, CARA), ANNA.id(), nowPlus(20));
        send(at(nowPlus(30), draft(user("dora"), ANNA, "hello")));
        conversations().open(pair(ANNA, user("emil")), ANNA.id(), nowPlus(5));

        assertThat(peers(ANNA)).containsExactly("u_dora", "u_cara", "u_bob", "u_emil");

        send(at(nowPlus(40), draft(BOB, ANNA, "hello again")));

        assertThat(peers(ANNA)).containsExactly("u_bob", "u_dora", "u_cara", "u_emil");

        send(at(nowPlus(25), draft(ANNA, user("dora"), "from a clock that went back")));

        assertThat(peers(ANNA)).containsExactly("u_bob", "u_dora", "u_cara", "u_emil");
    }

    @Test
    void marksMoveNoRow() {
        send(at(nowPlus(10), draft(ANNA, BOB, "hello")));
        send(at(nowPlus(20), draft(CARA, ANNA, "hello")));

        store().marks().advance(ANNA_WITH_BOB, ANNA.id(), MarkReport.read(1), PeerSight.ALL, nowPlus(30));

        assertThat(peers(ANNA)).containsExactly("u_cara", "u_bob");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void pagesThroughTheListOnceAlsoAmongEqualTimes(int limit) {
        List<User> peers = Stream.of("d", "e", "f", "g", "h", "i")
                .map(word -> user("peer-" + word))
                .toList();
        for (User peer : peers) {
            register(peer);
            send(at(nowPlus(10), draft(peer, ANNA, "hello")));
        }
        conversations().open(ANNA_AND_BOB, ANNA.id(), nowPlus(10));
        conversations().open(pair(ANNA, CARA), ANNA.id(), nowPlus(20));

        List<ConversationEntry> all = pages(limit);

        assertThat(all).hasSize(8);
        assertThat(all.get(0).peer()).isEqualTo(CARA.id());
        assertThat(all.subList(1, 8))
                .extracting(ConversationEntry::id)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void pagesThroughTheListOnceAlsoUnderAClockThatWasSetBack(int limit) {
        register(user("dora"), user("emil"));
        conversations().open(pair(ANNA, user("emil")), ANNA.id(), nowPlus(3_590));
        send(at(nowPlus(3_600), draft(ANNA, BOB, "an hour ahead")));
        send(at(nowPlus(3_601), draft(CARA, ANNA, "an hour ahead")));
        send(at(nowPlus(3_602), draft(ANNA, user("dora"), "an hour ahead")));

        send(at(NOW, draft(BOB, ANNA, "the right time")));
        send(at(nowPlus(1), draft(ANNA, user("dora"), "the right time")));

        assertThat(pages(limit))
                .extracting(entry -> entry.peer().value())
                .containsExactly("u_cara", "u_emil", "u_dora", "u_bob");
    }

    private List<ConversationEntry> pages(int limit) {
        List<ConversationEntry> all = new ArrayList<>();
        List<ConversationEntry> page = conversations().list(ANNA.id(), ALL, null, limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            page = conversations()
                    .list(ANNA.id(), ALL, page.get(page.size() - 1).position(), limit);
        }
        return all;
    }

    @Test
    void continuesAfterAPlaceThatNoConversationHolds() {
        send(at(nowPlus(10), draft(ANNA, BOB, "hello")));
        send(at(nowPlus(20), draft(ANNA, CARA, "hello")));
        ConversationPosition between = new ConversationPosition(nowPlus(15), new ConversationId("c_any"));

        assertThat(conversations().list(ANNA.id(), ALL, between, 10))
                .extracting(ConversationEntry::peer)
                .containsExactly(BOB.id());
    }

    @Test
    void countsAChangeOfWhatIsSomebodysOwn() {
        send(draft(ANNA, BOB, "hello"));
        long before = entry(ANNA_WITH_BOB, ANNA).ownVersion();

        assertThat(conversations().countChange(ANNA_WITH_BOB, ANNA.id(), nowPlus(60)))
                .isTrue();
        assertThat(conversations().countChange(ANNA_WITH_BOB, CARA.id(), nowPlus(60)))
                .isFalse();

        assertThat(entry(ANNA_WITH_BOB, ANNA).ownVersion()).isEqualTo(before + 1);
        assertThat(entry(ANNA_WITH_BOB, BOB).ownVersion()).isZero();
    }

    @Test
    void countsEachOfManyChangesAtOnce() {
        send(draft(ANNA, BOB, "hello"));

        Concurrently.call(20, i -> conversations().countChange(ANNA_WITH_BOB, ANNA.id(), nowPlus(i)));

        assertThat(entry(ANNA_WITH_BOB, ANNA).ownVersion()).isEqualTo(20);
    }

    private ConversationRepository conversations() {
        return store().conversations();
    }

    private ConversationEntry entry(ConversationId id, User viewer) {
        return conversations().find(id, viewer.id()).orElseThrow();
    }

    private List<String> peers(User viewer) {
        return conversations().list(viewer.id(), ALL, null, 100).stream()
                .map(entry -> entry.peer().value())
                .toList();
    }

    private void assertExistsFor(User viewer) {
        assertThat(conversations().findParticipants(ANNA_WITH_BOB, viewer.id())).contains(ANNA_AND_BOB);
        assertThat(conversations().find(ANNA_WITH_BOB, viewer.id())).isPresent();
        assertThat(conversations().list(viewer.id(), ALL, null, 10)).hasSize(1);
    }

    private void assertDoesNotExistFor(User viewer) {
        assertThat(conversations().findParticipants(ANNA_WITH_BOB, viewer.id())).isEmpty();
        assertThat(conversations().find(ANNA_WITH_BOB, viewer.id())).isEmpty();
        assertThat(conversations().list(viewer.id(), ALL, null, 10)).isEmpty();
    }
}
