package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.at;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.conversation.ConversationFixtures.replyingTo;
import static io.chatty.testkit.conversation.ConversationFixtures.textOf;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.AppendOutcome.ReplyTargetMissing;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.SeqRange;
import io.chatty.domain.user.User;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link MessageRepository} promises. */
public abstract class MessageRepositoryContract extends MessageChangeContract {

    @Test
    void numbersMessagesAndChangesFromOne() {
        MessageDraft first = draft(ANNA, BOB, "Three?");
        MessageDraft second = draft(BOB, ANNA, "Three is fine");
        MessageDraft third = replyingTo(1, at(nowPlus(-5), draft(ANNA, BOB, "See you")));

        assertThat(await(messages().append(first))).isEqualTo(new Appended(composed(first, 1)));
        assertThat(await(messages().append(second))).isEqualTo(new Appended(composed(second, 2)));
        assertThat(await(messages().append(third))).isEqualTo(new Appended(composed(third, 3)));

        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(3, 3));
        assertThat(all()).containsExactly(composed(first, 1), composed(second, 2), composed(third, 3));
    }

    @Test
    void numbersEveryConversationOnItsOwn() {
        send(draft(ANNA, BOB, "one"));
        send(draft(ANNA, BOB, "two"));

        assertThat(send(draft(ANNA, CARA, "hello")).seq()).isEqualTo(1);
        assertThat(send(draft(CARA, BOB, "hello")).seq()).isEqualTo(1);
        assertThat(send(draft(BOB, ANNA, "three")).seq()).isEqualTo(3);
    }

    @Test
    void keepsTheOrderInWhichDraftsAreHandedInAndGivesOutcomesInIt() {
        List<MessageDraft> drafts = IntStream.range(0, 500)
                .mapToObj(i -> i % 3 == 0 ? draft(BOB, ANNA, "number " + i) : draft(ANNA, BOB, "number " + i))
                .toList();
        List<Message> completed = Collections.synchronizedList(new ArrayList<>());

        List<CompletionStage<AppendOutcome>> stages = drafts.stream()
                .map(draft -> messages().append(draft, outcome -> completed.add(appended(outcome))))
                .toList();
        stages.forEach(StoreContract::await);

        List<Message> expected = IntStream.range(0, drafts.size())
                .mapToObj(i -> composed(drafts.get(i), i + 1))
                .toList();
        assertThat(completed).isEqualTo(expected);
        assertThat(all()).isEqualTo(expected);
    }

    @Test
    void givesOneOrderWithoutGapsToTwoPeopleWhoWriteAtOnce() {
        List<Message> completed = Collections.synchronizedList(new ArrayList<>());

        Concurrently.call(
                        2,
                        person -> IntStream.range(0, 150)
                                .mapToObj(i -> person == 0 ? draft(ANNA, BOB, "a" + i) : draft(BOB, ANNA, "b" + i))
                                .map(draft -> messages().append(draft, outcome -> completed.add(appended(outcome))))
                                .toList())
                .forEach(stages -> stages.forEach(StoreContract::await));

        assertThat(all()).extracting(Message::seq).containsExactlyElementsOf(oneTo(300));
        assertThat(all()).extracting(Message::rev).containsExactlyElementsOf(oneTo(300));
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(300, 300));
        assertThat(completed).isEqualTo(all());
    }

    @Test
    void numbersManySendersInManyConversationsWithoutGaps() {
        List<AppendOutcome> outcomes = Concurrently.call(
                60, i -> await(messages().append(draft(List.of(ANNA, BOB, CARA).get(i % 3), peer(i), "n" + i))));

        assertThat(outcomes).allMatch(Appended.class::isInstance);
        for (var pair : List.of(pair(ANNA, BOB), pair(BOB, CARA), pair(CARA, ANNA))) {
            assertThat(messages().read(pair.conversationId(), new SeqRange(1, 100)))
                    .extracting(Message::seq)
                    .containsExactlyElementsOf(oneTo(20));
        }
    }

    @Test
    void showsAMessageFromTheMomentOfItsCompletion() {
        List<CompletionStage<Boolean>> seen = IntStream.range(0, 30)
                .mapToObj(i -> messages()
                        .append(draft(ANNA, BOB, "number " + i))
                        .thenApply(outcome -> {
                            Message message = appended(outcome);
                            return messages().find(ANNA_WITH_BOB, message.seq()).equals(Optional.of(message))
                                    && messages().head(ANNA_WITH_BOB).lastSeq() >= message.seq();
                        }))
                .toList();

        assertThat(seen).allMatch(StoreContract::await);
    }

    @Test
    void answersTheStoredMessageOnReplay() {
        MessageDraft draft = draft(ANNA, BOB, "m-1", "hello");
        Message stored = send(draft);
        send(draft(BOB, ANNA, "hi"));

        assertThat(await(messages().append(at(nowPlus(60), draft)))).isEqualTo(new Replayed(stored));
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(2, 2));
        assertThat(send(draft(ANNA, BOB, "next")).seq()).isEqualTo(3);
    }

    @Test
    void storesOneOfManyRepeatsAtOnce() {
        MessageDraft draft = draft(ANNA, BOB, "m-1", "hello");

        List<AppendOutcome> outcomes =
                Concurrently.call(20, i -> await(messages().append(draft)));

        assertThat(outcomes).filteredOn(Appended.class::isInstance).containsExactly(new Appended(composed(draft, 1)));
        assertThat(outcomes)
                .filteredOn(Replayed.class::isInstance)
                .hasSize(19)
                .containsOnly(new Replayed(composed(draft, 1)));
        assertThat(all()).containsExactly(composed(draft, 1));
    }

    @Test
    void recognisesRepeatsAmongDraftsThatWaitTogether() {
        MessageDraft draft = draft(ANNA, BOB, "m-1", "hello");
        List<CompletionStage<AppendOutcome>> stages = Stream.of(
                        draft, draft, draft(BOB, ANNA, "hi"), draft, draft(ANNA, BOB, "bye"))
                .map(messages()::append)
                .toList();

        assertThat(stages.stream().map(StoreContract::await).map(Object::getClass))
                .isEqualTo(List.of(Appended.class, Replayed.class, Appended.class, Replayed.class, Appended.class));
        assertThat(all()).extracting(Message::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void answersTheStoredMessageAlsoWhenTheRepeatSaysSomethingElse() {
        Message stored = send(draft(ANNA, BOB, "m-1", "hello"));

        assertThat(await(messages().append(draft(ANNA, BOB, "m-1", "goodbye")))).isEqualTo(new Replayed(stored));
        assertThat(await(messages().append(replyingTo(9, draft(ANNA, BOB, "m-1", "hello")))))
                .isEqualTo(new Replayed(stored));
        assertThat(all()).containsExactly(stored);
    }

    @Test
    void letsEachSenderAndConversationUseAClientMessageIdOnce() {
        send(draft(ANNA, BOB, "m-1", "hello"));

        assertThat(send(draft(BOB, ANNA, "m-1", "hello")).seq()).isEqualTo(2);
        assertThat(send(draft(ANNA, CARA, "m-1", "hello")).seq()).isEqualTo(1);
        assertThat(send(draft(ANNA, BOB, "M-1", "hello")).seq()).isEqualTo(3);
    }

    @Test
    void storesNothingWhenTheReplyTargetIsMissing() {
        send(draft(ANNA, BOB, "one"));
        MessageDraft tooHigh = replyingTo(2, draft(BOB, ANNA, "m-1", "what?"));

        assertThat(await(messages().append(tooHigh))).isEqualTo(new ReplyTargetMissing(1));
        assertThat(await(messages().append(replyingTo(0, tooHigh)))).isEqualTo(new ReplyTargetMissing(1));
        assertThat(await(messages().append(replyingTo(-1, tooHigh)))).isEqualTo(new ReplyTargetMissing(1));

        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 1));
        assertThat(send(draft(BOB, ANNA, "m-1", "two")).seq()).isEqualTo(2);
    }

    @Test
    void startsNoConversationWithAReplyToNothing() {
        assertThat(await(messages().append(replyingTo(1, draft(ANNA, BOB, "what?")))))
                .isEqualTo(new ReplyTargetMissing(0));

        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(Head.EMPTY);
        assertThat(store().conversations().find(ANNA_WITH_BOB, ANNA.id())).isEmpty();
        assertThat(store().conversations().find(ANNA_WITH_BOB, BOB.id())).isEmpty();
    }

    @Test
    void leavesNoGapWhereRefusedDraftsWaitAmongOthers() {
        List<CompletionStage<AppendOutcome>> stages = Stream.of(
                        draft(ANNA, BOB, "one"),
                        replyingTo(2, draft(BOB, ANNA, "to itself")),
                        replyingTo(1, draft(BOB, ANNA, "two")),
                        replyingTo(99, draft(ANNA, BOB, "to nothing")),
                        replyingTo(2, draft(ANNA, BOB, "three")))
                .map(messages()::append)
                .toList();

        assertThat(stages.get(1)).satisfies(stage -> assertThat(await(stage)).isEqualTo(new ReplyTargetMissing(1)));
        assertThat(stages.get(3)).satisfies(stage -> assertThat(await(stage)).isEqualTo(new ReplyTargetMissing(2)));
        assertThat(appended(await(stages.get(4))).seq()).isEqualTo(3);
        assertThat(all()).extracting(ConversationFixtures::textOf).containsExactly("one", "two", "three");
    }

    @ParameterizedTest
    @MethodSource("io.chatty.testkit.conversation.ConversationFixtures#hostileTexts")
    void keepsATextCodePointByCodePoint(String text) {
        Message sent = send(draft(ANNA, BOB, text));

        assertThat(textOf(sent)).isEqualTo(text);
        assertThat(all())
                .singleElement()
                .satisfies(message -> assertThat(textOf(message)).isEqualTo(text));
    }

    @Test
    void readsTheMessagesOfARangeThatExist() {
        sendAll(IntStream.range(0, 10).mapToObj(i -> draft(ANNA, BOB, "n" + i)).toList());

        assertThat(seqs(1, 10)).containsExactlyElementsOf(oneTo(10));
        assertThat(seqs(4, 6)).containsExactly(4L, 5L, 6L);
        assertThat(seqs(9, 99)).containsExactly(9L, 10L);
        assertThat(seqs(11, 99)).isEmpty();
        assertThat(seqs(5, 4)).isEmpty();
        assertThat(seqs(1, 0)).isEmpty();
    }

    @Test
    void findsAMessageByItsNumber() {
        Message first = send(draft(ANNA, BOB, "one"));

        assertThat(messages().find(ANNA_WITH_BOB, 1)).contains(first);
        assertThat(messages().find(ANNA_WITH_BOB, 0)).isEmpty();
        assertThat(messages().find(ANNA_WITH_BOB, 2)).isEmpty();
        assertThat(messages().find(ANNA_WITH_BOB, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void knowsNothingOfAConversationWithoutMessages() {
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(Head.EMPTY);
        assertThat(messages().find(ANNA_WITH_BOB, 1)).isEmpty();
        assertThat(all()).isEmpty();
    }

    private MessageRepository messages() {
        return store().messages();
    }

    private List<Message> all() {
        return messages().read(ANNA_WITH_BOB, new SeqRange(1, 1_000));
    }

    private List<Long> seqs(long from, long to) {
        return messages().read(ANNA_WITH_BOB, new SeqRange(from, to)).stream()
                .map(Message::seq)
                .toList();
    }

    private static User peer(int i) {
        return List.of(BOB, CARA, ANNA).get(i % 3);
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static Message composed(MessageDraft draft, long number) {
        return Message.compose(draft, draft.participants().conversationId(), number, number);
    }
}
