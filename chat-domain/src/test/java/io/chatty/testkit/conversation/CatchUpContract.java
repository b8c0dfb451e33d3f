package io.chatty.testkit.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.conversation.ConversationFixtures.reaction;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ChangeOutcome.Changed;
import io.chatty.domain.conversation.ChangesPage;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.testkit.StoreContract;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MessageRepository} promises to whoever catches up; part of its contract. */
abstract class CatchUpContract extends StoreContract {

    private static final Emoji THUMB = new Emoji("👍");

    @Test
    void neverGivesANumberAgainThatAChangeLeftBehind() {
        send(draft(ANNA, BOB, "one"));
        send(draft(BOB, ANNA, "two"));
        await(elsewhere().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "once")));
        await(elsewhere().messages().change(edit(ANNA_AND_BOB, 1, ANNA, "twice")));

        Message next = send(draft(ANNA, BOB, "three"));
        Message changed = change(reaction(ANNA_AND_BOB, 2, ANNA, THUMB));

        assertThat(next.rev()).isEqualTo(5);
        assertThat(next.seq()).isEqualTo(3);
        assertThat(changed.rev()).isEqualTo(6);
        assertThat(catchUp(2, 100)).extracting(Message::seq).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(catchUp(2, 1)).extracting(Message::seq).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void tellsWhatChangedSinceANumber() {
        Message one = send(draft(ANNA, BOB, "one"));
        Message two = send(draft(BOB, ANNA, "two"));

        assertThat(messages().changes(ANNA_WITH_BOB, 0, 10)).isEqualTo(new ChangesPage(List.of(one, two), 2, false));
        assertThat(messages().changes(ANNA_WITH_BOB, 2, 10)).isEqualTo(new ChangesPage(List.of(), 2, false));

        Message edited = change(edit(ANNA_AND_BOB, 1, ANNA, "changed"));

        assertThat(messages().changes(ANNA_WITH_BOB, 2, 10)).isEqualTo(new ChangesPage(List.of(edited), 3, false));
        assertThat(messages().changes(ANNA_WITH_BOB, 99, 10)).isEqualTo(new ChangesPage(List.of(), 3, false));
        assertThat(messages().changes(ANNA_WITH_BOB, Long.MAX_VALUE, 10).messages())
                .isEmpty();
        assertThat(messages().changes(pair(ANNA, CARA).conversationId(), 0, 10))
                .isEqualTo(new ChangesPage(List.of(), 0, false));
    }

    @Test
    void tellsAllThatChangedInPagesOfAnySize() {
        sendAll(IntStream.range(0, 9).mapToObj(i -> draft(ANNA, BOB, "n" + i)).toList());
        for (int i = 0; i < 30; i++) {
            change(edit(ANNA_AND_BOB, 1 + i % 3, ANNA, "edit " + i));
        }
        change(deletion(ANNA_AND_BOB, 5, ANNA));
        List<Message> all = messages().read(ANNA_WITH_BOB, new SeqRange(1, 9));

        for (int limit : new int[] {1, 2, 3, 4, 100}) {
            assertThat(catchUp(0, limit)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(catchUp(9, limit)).extracting(Message::seq).containsExactlyInAnyOrder(1L, 2L, 3L, 5L);
        }
    }

    /** Follows the answers from a number to the end: the latest state of every message that was told. */
    final List<Message> catchUp(long sinceRev, int limit) {
        Map<Long, Message> told = new TreeMap<>();
        long rev = sinceRev;
        ChangesPage page;
        do {
            page = messages().changes(ANNA_WITH_BOB, rev, limit);
            assertThat(page.messages()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.hasMore() && page.rev() <= rev).as("stands still").isFalse();
            page.messages().forEach(message -> told.put(message.seq(), message));
            rev = page.rev();
        } while (page.hasMore());
        assertThat(rev).isEqualTo(messages().head(ANNA_WITH_BOB).rev());
        return List.copyOf(told.values());
    }

    /** Changes a message in a way that changes something. */
    final Message change(MessageChange change) {
        ChangeOutcome outcome = await(messages().change(change));
        assertThat(outcome).isInstanceOf(Changed.class);
        return outcome.message();
    }

    private MessageRepository messages() {
        return store().messages();
    }
}
