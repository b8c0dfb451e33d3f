package io.chatty.testkit.conversation;

import static io.chatty.domain.conversation.ConversationFilter.ALL;
import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.MarkRepository;
import io.chatty.domain.conversation.MarkRepository.Movement;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.user.User;
import io.chatty.testkit.Concurrently;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MarkRepository} promises. */
public abstract class MarkRepositoryContract extends MarkHistoryContract {

    @Test
    void countsTheLiveOnesHoweverManyComeAfterThem() {
        sendAll(IntStream.range(0, 60)
                .mapToObj(i -> draft(ANNA, BOB, "old " + i))
                .toList());
        sendAll(IntStream.range(0, 450)
                .mapToObj(i -> draft(BOB, ANNA, "own " + i))
                .toList());

        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, BOB.id())).isEqualTo(60);

        for (long seq = 1; seq <= 20; seq++) {
            await(store().messages().change(ConversationFixtures.deletion(ANNA_AND_BOB, seq, ANNA)));
        }
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, BOB.id())).isEqualTo(40);
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, ANNA.id())).isEqualTo(ConversationEntry.MAX_UNREAD);
    }

    @Test
    void tellsTheMarksBeforeAndAfter() {
        sendMany(ANNA, BOB, 5);
        Marks first = new Marks(2, NOW, 3, NOW);
        Marks second = new Marks(4, nowPlus(9), 4, nowPlus(9));

        assertThat(advance(BOB, new MarkReport(2, 3), 0)).isEqualTo(new Movement(Marks.NONE, first));
        assertThat(advance(BOB, MarkReport.read(4), 9)).isEqualTo(new Movement(first, second));
    }

    @Test
    void neverMovesBack() {
        sendMany(ANNA, BOB, 5);
        Marks marks = advance(BOB, new MarkReport(4, 5), 0).after();

        assertThat(advance(BOB, new MarkReport(1, 1), 9)).isEqualTo(new Movement(marks, marks));
        assertThat(advance(BOB, new MarkReport(0, 0), 9)).isEqualTo(new Movement(marks, marks));
        assertThat(entry(BOB).ownMarks()).isEqualTo(marks);
    }

    @Test
    void cutsAReportToTheLastMessage() {
        sendMany(ANNA, BOB, 3);

        assertThat(advance(BOB, new MarkReport(Long.MAX_VALUE, 4), 0).after()).isEqualTo(new Marks(3, NOW, 3, NOW));

        sendMany(ANNA, BOB, 1);

        assertThat(entry(BOB).ownMarks().readSeq()).isEqualTo(3);
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, BOB.id())).isEqualTo(1);
    }

    @Test
    void takesWhatWasReadAsDelivered() {
        sendMany(ANNA, BOB, 3);

        assertThat(advance(BOB, MarkReport.read(2), 0).after().deliveredSeq()).isEqualTo(2);
    }

    @Test
    void staysAtZeroWhileThereIsNoMessage() {
        store().conversations().open(ANNA_AND_BOB, ANNA.id(), NOW);

        assertThat(advance(ANNA, new MarkReport(7, 7), 0).moved()).isFalse();
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, ANNA.id())).isZero();
    }

    @Test
    void movesNothingForAStranger() {
        sendMany(ANNA, BOB, 3);

        assertThat(advance(CARA, new MarkReport(3, 3), 0).moved()).isFalse();
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, CARA.id())).isZero();
    }

    @Test
    void isSeenByBothAtOnce() {
        sendMany(ANNA, BOB, 3);
        Marks bobs = advance(BOB, new MarkReport(2, 3), 0).after();

        assertThat(entry(BOB).ownMarks()).isEqualTo(bobs);
        assertThat(entry(BOB).unreadCount()).isEqualTo(1);
        assertThat(entry(ANNA).peerMarks()).isEqualTo(bobs);
        assertThat(entry(ANNA).ownMarks()).isEqualTo(Marks.NONE);
        assertThat(store().conversations().list(BOB.id(), ALL, null, 10)).containsExactly(entry(BOB));
        assertThat(store().conversations().list(ANNA.id(), ALL, null, 10)).containsExactly(entry(ANNA));
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, BOB.id())).isEqualTo(1);
    }

    @Test
    void losesNoneOfManyReportsAtOnce() {
        sendMany(ANNA, BOB, 50);

        List<Movement> movements = Concurrently.call(
                50, i -> advance(BOB, i % 2 == 0 ? MarkReport.read(i * 7 % 50) : new MarkReport(0, i * 7 % 50 + 1), i));

        List<Movement> steps = movements.stream()
                .filter(Movement::moved)
                .sorted(Comparator.comparingLong(
                        step -> step.after().readSeq() * 100 + step.after().deliveredSeq()))
                .toList();
        assertThat(steps.get(0).before()).isEqualTo(Marks.NONE);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).before()).isEqualTo(steps.get(i - 1).after());
        }
        Marks last = steps.get(steps.size() - 1).after();
        assertThat(last.readSeq()).isEqualTo(48);
        assertThat(last.deliveredSeq()).isEqualTo(50);
        assertThat(entry(BOB).ownMarks()).isEqualTo(last);
    }

    @Test
    void neverMovesTheMarkOfWhoSends() {
        sendMany(ANNA, BOB, 2);
        sendMany(BOB, ANNA, 3);

        assertThat(entry(BOB).ownMarks()).isEqualTo(Marks.NONE);
        assertThat(entry(BOB).unreadCount()).isEqualTo(2);
    }

    @Test
    void countsThePeersMessagesAboveTheReadMark() {
        sendMany(ANNA, BOB, 3);
        sendMany(BOB, ANNA, 2);
        sendMany(ANNA, BOB, 4);
        long[] unreadOfBob = {7, 6, 5, 4, 4, 4, 3, 2, 1, 0};
        long[] unreadOfAnna = {2, 2, 2, 2, 1, 0, 0, 0, 0, 0};

        for (int read = 0; read <= 9; read++) {
            advance(ANNA, MarkReport.read(read), read);
            advance(BOB, MarkReport.read(read), read);

            assertThat(store().marks().unreadCount(ANNA_WITH_BOB, BOB.id())).isEqualTo((int) unreadOfBob[read]);
            assertThat(store().marks().unreadCount(ANNA_WITH_BOB, ANNA.id())).isEqualTo((int) unreadOfAnna[read]);
            assertThat(entry(BOB).unreadCount()).isEqualTo((int) unreadOfBob[read]);
            assertThat(entry(ANNA).unreadCount()).isEqualTo((int) unreadOfAnna[read]);
        }
    }

    @Test
    void countsExactlyToNinetyNineAndThenSaysHundred() {
        sendMany(ANNA, BOB, 99);
        assertUnreadOfBob(99);

        sendMany(BOB, ANNA, 10);
        assertUnreadOfBob(99);

        sendMany(ANNA, BOB, 1);
        assertUnreadOfBob(100);

        sendMany(ANNA, BOB, 40);
        assertUnreadOfBob(ConversationEntry.MAX_UNREAD);

        advance(BOB, MarkReport.read(41), 0);
        assertUnreadOfBob(99);
    }

    @Test
    void keepsTheMarksOfBothAsTheyWereWhenAsked() {
        sendMany(ANNA, BOB, 3);
        Marks annas = advance(ANNA, MarkReport.read(1), 1).after();
        Marks bobs = advance(BOB, new MarkReport(1, 2), 2).after();
        assertThat(entry(ANNA).keptPeerMarks()).isNull();

        store().marks().keep(ANNA_AND_BOB);
        Marks later = advance(BOB, MarkReport.read(3), 3).after();

        assertThat(entry(ANNA).keptPeerMarks()).isEqualTo(bobs);
        assertThat(entry(ANNA).peerMarks()).isEqualTo(later);
        assertThat(entry(BOB).keptPeerMarks()).isEqualTo(annas);
        store().marks().keep(ANNA_AND_BOB);
        assertThat(entry(ANNA).keptPeerMarks()).isEqualTo(later);
    }

    @Test
    void keepsNothingOfAPairWithoutAConversation() {
        store().marks().keep(ANNA_AND_BOB);

        sendMany(ANNA, BOB, 1);
        assertThat(entry(ANNA).peerMarks()).isEqualTo(Marks.NONE);
    }

    private void assertUnreadOfBob(int count) {
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, BOB.id())).isEqualTo(count);
        assertThat(entry(BOB).unreadCount()).isEqualTo(count);
        assertThat(entry(ANNA).unreadCount()).isEqualTo(store().marks().unreadCount(ANNA_WITH_BOB, ANNA.id()));
    }

    private void sendMany(User sender, User recipient, int count) {
        sendAll(IntStream.range(0, count)
                .mapToObj(i -> draft(sender, recipient, "number " + i))
                .toList());
    }

    private Movement advance(User user, MarkReport report, long secondsFromNow) {
        return store().marks().advance(ANNA_WITH_BOB, user.id(), report, PeerSight.ALL, nowPlus(secondsFromNow));
    }

    private ConversationEntry entry(User viewer) {
        return store().conversations().find(ANNA_WITH_BOB, viewer.id()).orElseThrow();
    }
}
