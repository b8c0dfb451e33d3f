package io.chatty.testkit.conversation;

import static io.chatty.testkit.Times.nowPlus;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_AND_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.MANY_CHANGES;
import static io.chatty.testkit.conversation.ConversationFixtures.deletion;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.conversation.ConversationFixtures.edit;
import static io.chatty.testkit.conversation.ConversationFixtures.pair;
import static io.chatty.testkit.conversation.ConversationFixtures.reaction;
import static io.chatty.testkit.conversation.ConversationFixtures.replyingTo;
import static io.chatty.testkit.conversation.ConversationFixtures.textOf;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.ChangeOutcome;
import io.chatty.domain.conversation.ChangeOutcome.Changed;
import io.chatty.domain.conversation.ChangeOutcome.Unchanged;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageChange;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import io.chatty.domain.conversation.Reaction;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.StoreContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link MessageRepository} promises of changes; part of its contract. */
abstract class MessageChangeContract extends CatchUpContract {

    private static final Emoji THUMB = new Emoji("👍");
    private static final Emoji HEART = new Emoji("❤️");

    @Test
    void findsWhatASenderSentUnderAClientMessageId() {
        Message hers = send(draft(ANNA, BOB, "same", "hers"));
        Message his = send(draft(BOB, ANNA, "same", "his"));

        assertThat(store().messages().find(ANNA_WITH_BOB, ANNA.id(), hers.clientMessageId()))
                .contains(hers);
        assertThat(store().messages().find(ANNA_WITH_BOB, BOB.id(), hers.clientMessageId()))
                .contains(his);
        assertThat(store().messages().find(ANNA_WITH_BOB, CARA.id(), hers.clientMessageId()))
                .isEmpty();
        assertThat(store().messages().find(pair(ANNA, CARA).conversationId(), ANNA.id(), hers.clientMessageId()))
                .isEmpty();
    }

    @Test
    void givesAChangeTheNextNumberAndKeepsAllOfIt() {
        send(draft(BOB, ANNA, "one"));
        send(replyingTo(1, draft(ANNA, BOB, "two")));

        Message edited = change(edit(ANNA_AND_BOB, 2, ANNA, "three"));
        Message loved = change(reaction(ANNA_AND_BOB, 2, BOB, THUMB));
        Message twice = change(reaction(ANNA_AND_BOB, 2, ANNA, HEART));

        assertThat(List.of(edited.rev(), loved.rev(), twice.rev())).containsExactly(3L, 4L, 5L);
        assertThat(textOf(twice)).isEqualTo("three");
        assertThat(twice.replyTo()).isEqualTo(1);
        assertThat(twice.editedAt()).isEqualTo(nowPlus(1));
        assertThat(twice.reactions()).containsExactly(new Reaction(BOB.id(), THUMB), new Reaction(ANNA.id(), HEART));
        assertShownEverywhere(twice);
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(2, 5));
    }

    @Test
    void keepsReactionsInTheOrderInWhichTheyCame() {
        send(draft(BOB, ANNA, "one"));
        for (String emoji : List.of("🔥", "👎", "🎉", "😀")) {
            change(reaction(ANNA_AND_BOB, 1, ANNA, new Emoji(emoji)));
            change(reaction(ANNA_AND_BOB, 1, BOB, new Emoji(emoji)));
        }

        Message after = change(new MessageChange(
                ANNA_AND_BOB, 1, message -> message.unreact(ANNA.id(), new Emoji("👎"), MANY_CHANGES), nowPlus(2)));

        assertThat(after.reactions())
                .extracting(reaction -> reaction.emoji().value())
                .containsExactly("🔥", "🔥", "👎", "🎉", "🎉", "😀", "😀");
        assertShownEverywhere(after);
    }

    @Test
    void usesNoNumberWhereNothingChanges() {
        Message sent = send(draft(ANNA, BOB, "one"));

        assertThat(await(messages().change(edit(ANNA_AND_BOB, 1, ANNA, "one")))).isEqualTo(new Unchanged(sent));
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 1));
        assertThat(send(draft(BOB, ANNA, "two")).rev()).isEqualTo(2);
    }

    @Test
    void storesNothingOfWhatTheChangeRefuses() {
        Message sent = send(draft(ANNA, BOB, "one"));

        assertRefused(ErrorCode.NOT_MESSAGE_AUTHOR, edit(ANNA_AND_BOB, 1, BOB, "two"));
        assertShownEverywhere(sent);
        assertThat(send(draft(BOB, ANNA, "two")).rev()).isEqualTo(2);
    }

    @Test
    void findsNothingToChangeWhereNoMessageIs() {
        send(draft(ANNA, BOB, "one"));

        for (long seq : new long[] {2, 0, -1, Long.MAX_VALUE}) {
            assertRefused(ErrorCode.NOT_FOUND, edit(ANNA_AND_BOB, seq, ANNA, "two"));
        }
        assertRefused(ErrorCode.NOT_FOUND, edit(pair(ANNA, CARA), 1, ANNA, "two"));
        assertThat(store().conversations().find(pair(ANNA, CARA).conversationId(), ANNA.id()))
                .isEmpty();
    }

    @Test
    void keepsOnlyThePlaceOfADeletedMessage() {
        send(draft(ANNA, BOB, "one"));
        MessageDraft draft = replyingTo(1, draft(ANNA, BOB, "two"));
        send(draft);
        change(edit(ANNA_AND_BOB, 2, ANNA, "three"));
        change(reaction(ANNA_AND_BOB, 2, BOB, THUMB));

        Message deleted = change(deletion(ANNA_AND_BOB, 2, ANNA));

        assertThat(deleted)
                .isEqualTo(Message.compose(draft, ANNA_WITH_BOB, 2, 5).delete(ANNA.id(), nowPlus(1)));
        assertShownEverywhere(deleted);
        assertThat(await(messages().change(deletion(ANNA_AND_BOB, 2, ANNA)))).isEqualTo(new Unchanged(deleted));
    }

    @Test
    void answersTheTombstoneToARepeatOfADeletedMessage() {
        MessageDraft draft = draft(ANNA, BOB, "m-1", "one");
        send(draft);
        Message deleted = change(deletion(ANNA_AND_BOB, 1, ANNA));

        assertThat(await(elsewhere().messages().append(draft))).isEqualTo(new Replayed(deleted));
        assertThat(await(messages().append(draft(ANNA, BOB, "m-1", "another")))).isEqualTo(new Replayed(deleted));
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, 2));
    }

    @Test
    void givesOutcomesOfMessagesAndChangesInOneOrder() {
        send(draft(ANNA, BOB, "one"));
        List<Long> revs = Collections.synchronizedList(new ArrayList<>());
        List<CompletionStage<?>> stages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            stages.add(messages()
                    .append(
                            draft(BOB, ANNA, "n" + i),
                            outcome -> revs.add(appended(outcome).rev())));
            stages.add(messages()
                    .change(
                            edit(ANNA_AND_BOB, 1, ANNA, "edit " + i),
                            outcome -> revs.add(outcome.message().rev())));
        }
        stages.forEach(StoreContract::await);

        assertThat(revs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 201).boxed().toList());
    }

    @Test
    void losesNoneOfManyChangesOfOneMessageAtOnce() {
        send(draft(ANNA, BOB, "one"));

        List<ChangeOutcome> outcomes = Concurrently.call(
                        8,
                        thread -> IntStream.range(0, 12)
                                .mapToObj(i ->
                                        await(writer(thread).change(edit(ANNA_AND_BOB, 1, ANNA, thread + " " + i))))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(outcomes).hasOnlyElementsOfType(Changed.class);
        assertThat(outcomes)
                .extracting(outcome -> outcome.message().rev())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 97).boxed().toList());
        Message last = messages().find(ANNA_WITH_BOB, 1).orElseThrow();
        assertThat(last.changes()).isEqualTo(96);
        assertThat(outcomes).contains(new Changed(last));
    }

    @Test
    void letsNoEditBringADeletedMessageBack() {
        send(draft(ANNA, BOB, "one"));

        Concurrently.call(8, thread -> {
            MessageChange change =
                    thread == 3 ? deletion(ANNA_AND_BOB, 1, ANNA) : edit(ANNA_AND_BOB, 1, ANNA, "thread " + thread);
            return writer(thread)
                    .change(change)
                    .toCompletableFuture()
                    .handle((outcome, failure) -> true)
                    .join();
        });

        Message last = messages().find(ANNA_WITH_BOB, 1).orElseThrow();
        assertThat(last.isDeleted()).isTrue();
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(1, last.rev()));
    }

    @Test
    void numbersMessagesAndChangesOfManyWritersWithoutGaps() {
        send(draft(ANNA, BOB, "one"));

        List<Long> revs = Concurrently.call(
                        8,
                        thread -> IntStream.range(0, 10)
                                .mapToObj(i -> thread % 2 == 0
                                        ? appended(await(writer(thread).append(draft(BOB, ANNA, thread + " " + i))))
                                        : await(writer(thread).change(edit(ANNA_AND_BOB, 1, ANNA, thread + " " + i)))
                                                .message())
                                .map(Message::rev)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .sorted()
                .toList();

        assertThat(revs)
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 81).boxed().toList());
        assertThat(messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(41, 81));
        assertThat(catchUp(0, 7)).hasSize(41);
    }

    private MessageRepository messages() {
        return store().messages();
    }

    /** One writer or the other. */
    private MessageRepository writer(int thread) {
        return thread % 4 < 2 ? store().messages() : elsewhere().messages();
    }

    private void assertRefused(ErrorCode code, MessageChange change) {
        assertThatThrownBy(() -> await(messages().change(change))).rootCause().hasMessage(code.name());
    }

    private void assertShownEverywhere(Message message) {
        long seq = message.seq();
        assertThat(messages().find(ANNA_WITH_BOB, seq)).contains(message);
        assertThat(elsewhere().messages().find(ANNA_WITH_BOB, seq)).contains(message);
        assertThat(messages().changes(ANNA_WITH_BOB, message.rev() - 1, 1).messages())
                .containsExactly(message);
        for (var viewer : Stream.of(ANNA, BOB).toList()) {
            var entry = store().conversations().find(ANNA_WITH_BOB, viewer.id()).orElseThrow();
            if (entry.head().lastSeq() == seq) {
                assertThat(entry.lastMessage()).isEqualTo(message);
            }
        }
    }
}
