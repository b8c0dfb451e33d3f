package io.chatty.adapter.mongo.conversation;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Order, deadline and bounds, whatever the database does; here it is played. */
class MessageWriterTest {

    private static final Duration DEADLINE = Duration.ofMillis(5_900);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoStore store = mock(MongoStore.class);
    private final MessageInserter inserter = mock(MessageInserter.class);
    private final HeadWriter heads = mock(HeadWriter.class);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger numbers = new AtomicInteger();
    private final ConcurrentLinkedQueue<List<PendingAppend>> writes = new ConcurrentLinkedQueue<>();
    private final MessageWriter writer;

    MessageWriterTest() {
        doAnswer(call -> call.<Supplier<?>>getArgument(0).get()).when(store).call(any());
        writer = new MessageWriter(store, inserter, mock(MessageChanger.class), heads);
        theDatabase(this::storeAll);
    }

    @AfterEach
    void close() {
        hanging.countDown();
        writer.close();
    }

    private void theDatabase(Consumer<List<PendingAppend>> does) {
        doAnswer(call -> {
                    List<PendingAppend> batch = call.getArgument(0);
                    writes.add(batch);
                    does.accept(batch);
                    return null;
                })
                .when(inserter)
                .insert(any());
    }

    private void storeAll(List<PendingAppend> batch) {
        batch.forEach(append -> append.settle(
                new Appended(Message.compose(append.draft(), append.conversation(), numbers.incrementAndGet(), 1))));
    }

    private void hang(List<PendingAppend> batch) {
        try {
            hanging.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<AppendOutcome> append(MessageDraft draft) {
        return writer.append(draft, outcome -> {}).toCompletableFuture();
    }

    private static void assertUnavailable(CompletableFuture<AppendOutcome> answer, Duration within) {
        assertThat(answer)
                .failsWithin(within)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOfSatisfying(
                        ChatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(TEMPORARILY_UNAVAILABLE));
    }

    @Test
    void answersWithinItsDeadlineWhileTheDatabaseHangs() {
        theDatabase(this::hang);

        CompletableFuture<AppendOutcome> underWay = append(draft(ANNA, BOB, "under way"));
        CompletableFuture<AppendOutcome> waiting = append(draft(ANNA, BOB, "waiting"));

        assertUnavailable(underWay, DEADLINE);
        assertUnavailable(waiting, DEADLINE);
    }

    @Test
    void triesAgainWhatMayNotHaveBeenStored() {
        AtomicInteger attempts = new AtomicInteger();
        theDatabase(batch -> {
            if (attempts.incrementAndGet() < 3) {
                throw TEMPORARILY_UNAVAILABLE.refusal();
            }
            storeAll(batch);
        });

        assertThat(append(draft(ANNA, BOB, "stubborn")))
                .succeedsWithin(PATIENCE)
                .isInstanceOf(Appended.class);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void writesAtMostOneMessageOfAConversationAtATimeAndKeepsTheirOrder() {
        List<MessageDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            drafts.add(i % 2 == 0 ? draft(ANNA, BOB, "b" + i) : draft(ANNA, CARA, "c" + i));
        }
        ConcurrentLinkedQueue<MessageDraft> delivered = new ConcurrentLinkedQueue<>();

        List<CompletableFuture<AppendOutcome>> answers = drafts.stream()
                .map(draft ->
                        writer.append(draft, outcome -> delivered.add(draft)).toCompletableFuture())
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(PATIENCE));
        assertThat(writes)
                .allSatisfy(write -> assertThat(write)
                        .extracting(PendingAppend::conversation)
                        .doesNotHaveDuplicates());
        for (var peer : List.of(BOB, CARA)) {
            assertThat(delivered)
                    .filteredOn(draft -> draft.participants().includes(peer.id()))
                    .isEqualTo(drafts.stream()
                            .filter(draft -> draft.participants().includes(peer.id()))
                            .toList());
        }
    }

    @Test
    void refusesAtOnceWhatIsTooMuch() {
        theDatabase(this::hang);
        for (int i = 0; i < MessageWriter.MAX_WAITING; i++) {
            append(draft(ANNA, BOB, "number " + i));
        }

        assertUnavailable(append(draft(ANNA, BOB, "one too many")), Duration.ofSeconds(1));
    }

    @Test
    void refusesAllOfAWriteThatIsDefectiveAndGoesOn() {
        theDatabase(batch -> {
            throw new IllegalStateException("a defect");
        });
        assertThat(append(draft(ANNA, BOB, "unlucky")))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withRootCauseInstanceOf(IllegalStateException.class);

        theDatabase(this::storeAll);
        assertThat(append(draft(ANNA, BOB, "lucky"))).succeedsWithin(PATIENCE);
    }

    @Test
    void endsAlthoughWhatFollowsAMessageCannotBeDone() {
        doThrow(TEMPORARILY_UNAVAILABLE.refusal()).when(heads).follow(any());
        CompletableFuture<AppendOutcome> stored = append(draft(ANNA, BOB, "stored"));

        CompletableFuture<Void> end = CompletableFuture.runAsync(writer::close);

        assertUnavailable(stored, DEADLINE);
        assertThat(end).succeedsWithin(PATIENCE);
    }
}
