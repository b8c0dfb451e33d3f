package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.reaction;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationEntry;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.PeerSight;
import io.chatty.domain.user.User;
import io.chatty.testkit.StoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks and unread counts under random histories of both people, beside a model that counts by hand. */
abstract class MarkHistoryContract extends StoreContract {

    private static final int STEPS = 150;

    private final Map<User, Marks> marks = new HashMap<>(Map.of(ANNA, Marks.NONE, BOB, Marks.NONE));

    /** Who wrote each message; null once it is deleted. */
    private final List<@Nullable User> authors = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void equalsANaiveModelUnderRandomHistories(int seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            User user = random.nextBoolean() ? ANNA : BOB;
            Instant now = NOW.plusSeconds(step);
            if (authors.isEmpty() || random.nextInt(3) == 0) {
                send(at(now, draft(user, user == ANNA ? BOB : ANNA, "number " + step)));
                authors.add(user);
            } else {
                doSomething(random, user, now);
            }
            if (step % 5 == 0) {
                assertAsCounted(ANNA, "seed " + seed + " step " + step);
                assertAsCounted(BOB, "seed " + seed + " step " + step);
            }
        }
    }

    private void doSomething(Random random, User user, Instant now) {
        long seq = 1 + random.nextInt(authors.size());
        User author = authors.get((int) seq - 1);
        switch (random.nextInt(5)) {
            case 0 -> {
                if (author != null) {
                    await(store().messages().change(deletion(ANNA_AND_BOB, seq, author)));
                    authors.set((int) seq - 1, null);
                }
            }
            case 1 -> {
                if (author != null) {
                    await(store().messages().change(edit(ANNA_AND_BOB, seq, author, "edited " + now)));
                    await(store().messages().change(reaction(ANNA_AND_BOB, seq, user, new Emoji("👍"))));
                }
            }
            default -> {
                MarkReport report = new MarkReport(random.nextInt(authors.size() + 2), random.nextInt(9) * seq);
                store().marks().advance(ANNA_WITH_BOB, user.id(), report, PeerSight.ALL, now);
                marks.put(user, moved(marks.getOrDefault(user, Marks.NONE), report, now));
            }
        }
    }

    /** Written out step by step, so that it is not the rule itself that is compared. */
    private Marks moved(Marks before, MarkReport report, Instant now) {
        long last = authors.size();
        long read = report.readSeq() > last ? last : report.readSeq();
        long delivered = report.deliveredSeq() > last ? last : report.deliveredSeq();
        if (delivered < read) {
            delivered = read;
        }
        boolean readMoves = read > before.readSeq();
        boolean deliveredMoves = delivered > before.deliveredSeq();
        return new Marks(
                readMoves ? read : before.readSeq(),
                readMoves ? now : before.readAt(),
                deliveredMoves ? delivered : before.deliveredSeq(),
                deliveredMoves ? now : before.deliveredAt());
    }

    private void assertAsCounted(User user, String where) {
        Marks own = marks.getOrDefault(user, Marks.NONE);
        User peer = user == ANNA ? BOB : ANNA;
        int unread = 0;
        for (long seq = own.readSeq() + 1; seq <= authors.size(); seq++) {
            if (authors.get((int) seq - 1) == peer && unread < ConversationEntry.MAX_UNREAD) {
                unread++;
            }
        }

        ConversationEntry entry =
                store().conversations().find(ANNA_WITH_BOB, user.id()).orElseThrow();
        assertThat(entry.ownMarks()).as(where).isEqualTo(own);
        assertThat(entry.peerMarks()).as(where).isEqualTo(marks.get(peer));
        assertThat(entry.unreadCount()).as(where).isEqualTo(unread);
        assertThat(store().marks().unreadCount(ANNA_WITH_BOB, user.id()))
                .as(where)
                .isEqualTo(unread);
    }
}
