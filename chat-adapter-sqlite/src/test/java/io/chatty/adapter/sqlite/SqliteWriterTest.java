package io.chatty.adapter.sqlite;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.conversation.ConversationFixtures.draft;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.SeqRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteWriterTest {

    private static final String ORPHAN = "INSERT INTO last_seen (user, seen_at) VALUES (987654, 1)";

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @BeforeEach
    void registerPeople() {
        sqlite.ports().users().add(ANNA);
        sqlite.ports().users().add(BOB);
    }

    @Test
    void undoesATaskThatThrowsAndNoOtherOfItsTransaction() {
        CountDownLatch hold = holdWriter();
        CompletionStage<AppendOutcome> first = append("one");
        CompletionStage<Integer> defective = writer().submit(connection -> {
            connection.update("UPDATE users SET name = 'nobody'");
            throw new IllegalArgumentException("a defect");
        });
        CompletionStage<Integer> orphan = writer().submit(connection -> connection.update(ORPHAN));
        CompletionStage<AppendOutcome> second = append("two");
        hold.countDown();

        assertThat(seq(first)).isEqualTo(1);
        assertThat(seq(second)).isEqualTo(2);
        assertThat(failure(defective)).isInstanceOf(IllegalArgumentException.class);
        assertThat(failure(orphan)).isInstanceOf(IllegalStateException.class);
        assertThat(sqlite.ports().users().findById(ANNA.id())).contains(ANNA);
        assertThat(stored()).containsExactly(1L, 2L);
    }

    @Test
    void refusesTheWholeTransactionWhenItsCommitFailsAndGoesOn() {
        CountDownLatch hold = holdWriter();
        CompletionStage<AppendOutcome> first = append("one");
        CompletionStage<Integer> orphan = writer().submit(connection -> {
            connection.update("PRAGMA defer_foreign_keys = ON");
            return connection.update(ORPHAN);
        });
        CompletionStage<AppendOutcome> second = append("two");
        hold.countDown();

        assertUnavailable(first);
        assertUnavailable(orphan);
        assertUnavailable(second);
        assertThat(sqlite.ports().messages().head(ANNA_WITH_BOB)).isEqualTo(Head.EMPTY);
        assertThat(sqlite.ports().conversations().find(ANNA_WITH_BOB, ANNA.id()))
                .isEmpty();
        assertThat(seq(append("three"))).isEqualTo(1);
        assertThat(stored()).containsExactly(1L);
    }

    @Test
    void acknowledgesNothingThatAFullDiskDidNotTakeAndWorksAgainAfterwards() {
        seq(append("before"));
        limitPages("(SELECT page_count + 20 FROM pragma_page_count)");

        List<CompletionStage<AppendOutcome>> stages =
                IntStream.range(0, 400).mapToObj(i -> append("x".repeat(4_000))).toList();
        long acknowledged = 1 + stages.stream().filter(this::isAppended).count();

        assertThat(acknowledged).isLessThan(401);
        assertThat(stages.stream().filter(stage -> !isAppended(stage))).allSatisfy(this::assertUnavailable);
        assertThat(stored()).hasSize((int) acknowledged);
        limitPages("1000000");

        assertThat(seq(append("after"))).isEqualTo(acknowledged + 1);
        assertThat(stored())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, acknowledged + 1).boxed().toList());
        sqlite.reopen();
        assertThat(stored()).hasSize((int) acknowledged + 1);
    }

    @Test
    void refusesMoreThanItsQueueHoldsAndNothingBefore() {
        CountDownLatch hold = holdWriter();
        List<CompletionStage<AppendOutcome>> accepted = IntStream.range(1, SqliteWriter.MAX_WAITING)
                .mapToObj(i -> append("number " + i))
                .toList();

        CompletionStage<AppendOutcome> surplus = append("surplus");
        assertThat(surplus.toCompletableFuture()).isCompletedExceptionally();
        assertUnavailable(surplus);
        assertThatThrownBy(() -> sqlite.ports().users().add(CARA)).isInstanceOf(ChatException.class);
        hold.countDown();

        assertThat(accepted).allMatch(this::isAppended);
        assertThat(seq(append("again"))).isEqualTo(SqliteWriter.MAX_WAITING);
    }

    @Test
    void completesInTheOrderOfTheTasks() {
        List<Integer> order = new ArrayList<>();
        CountDownLatch hold = holdWriter();
        List<CompletionStage<Integer>> stages = IntStream.range(0, 1_000)
                .mapToObj(i -> writer().submit(connection -> i, order::add))
                .toList();
        hold.countDown();
        stages.forEach(stage -> stage.toCompletableFuture().join());

        assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void goesOnWhileWhatFollowsAWriteTakesItsTime() {
        CountDownLatch hold = new CountDownLatch(1);
        CompletionStage<Integer> slow = writer().submit(connection -> 1, result -> await(hold));

        assertThat(sqlite.ports().users().add(CARA)).isTrue();
        assertThat(slow.toCompletableFuture()).isNotDone();
        hold.countDown();
        assertThat(slow.toCompletableFuture().join()).isEqualTo(1);
    }

    @Test
    void letsWhatFollowsAWriteWrite() {
        List<Boolean> added = new ArrayList<>();

        writer().submit(
                        connection -> 1,
                        result -> added.add(sqlite.ports().users().add(CARA)))
                .toCompletableFuture()
                .join();

        assertThat(added).containsExactly(true);
    }

    @Test
    void goesOnAfterADefectInWhatFollowsAWrite() {
        CompletionStage<Integer> defective = writer().submit(connection -> 1, result -> {
            throw new IllegalArgumentException("a defect");
        });

        assertThat(failure(defective)).isInstanceOf(IllegalArgumentException.class);
        assertThat(seq(append("next"))).isEqualTo(1);
    }

    @Test
    void finishesWhatItAcceptedBeforeItCloses() {
        CountDownLatch hold = holdWriter();
        List<CompletionStage<AppendOutcome>> accepted =
                IntStream.range(0, 1_000).mapToObj(i -> append("number " + i)).toList();
        SqliteWriter closed = writer();
        CompletableFuture<Void> release = CompletableFuture.runAsync(hold::countDown);

        sqlite.reopen();

        release.join();
        assertThat(accepted)
                .allMatch(stage -> stage.toCompletableFuture().isDone())
                .allMatch(this::isAppended);
        assertThat(stored()).hasSize(1_000);
        assertUnavailable(closed.submit(connection -> 1));
    }

    private SqliteWriter writer() {
        return sqlite.sqlite().writer();
    }

    private CompletionStage<AppendOutcome> append(String text) {
        return sqlite.ports().messages().append(draft(ANNA, BOB, text));
    }

    /** Keeps the writer busy, so that what is handed in meanwhile forms one transaction. */
    private CountDownLatch holdWriter() {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        writer().submit(connection -> {
            busy.countDown();
            await(hold);
            return true;
        });
        await(busy);
        return hold;
    }

    private void limitPages(String limit) {
        long pages = writer().call(connection -> connection
                .find("SELECT " + limit + " AS pages", (row, number) -> row.getLong("pages"))
                .orElseThrow());
        writer().call(connection ->
                connection.find("PRAGMA max_page_count = " + pages, (row, number) -> row.getLong(1)));
    }

    private List<Long> stored() {
        return sqlite.ports().messages().read(ANNA_WITH_BOB, new SeqRange(1, 20_000)).stream()
                .map(Message::seq)
                .toList();
    }

    private boolean isAppended(CompletionStage<AppendOutcome> stage) {
        return stage.handle((outcome, failure) -> outcome instanceof AppendOutcome.Appended)
                .toCompletableFuture()
                .join();
    }

    private void assertUnavailable(CompletionStage<?> stage) {
        assertThat(failure(stage))
                .isInstanceOf(ChatException.class)
                .extracting("code")
                .isEqualTo(TEMPORARILY_UNAVAILABLE);
    }

    private static long seq(CompletionStage<AppendOutcome> stage) {
        return ((AppendOutcome.Appended) stage.toCompletableFuture().join())
                .message()
                .seq();
    }

    private static Throwable failure(CompletionStage<?> stage) {
        return stage.handle((result, failure) -> failure instanceof CompletionException ? failure.getCause() : failure)
                .toCompletableFuture()
                .join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
