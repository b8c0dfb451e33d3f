package io.chatty.conformance.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inbox<Integer> inbox = new Inbox<>("numbers", Patience.USUAL);

    @Test
    void findsWhatCameBefore() {
        inbox.add(1);

        assertThat(inbox.await("one", number -> number == 1)).isEqualTo(1);
    }

    @Test
    void wakesWhoWaits() {
        CompletableFuture<Integer> waiting =
                CompletableFuture.supplyAsync(() -> inbox.await("three", number -> number == 3));
        inbox.add(1);
        inbox.add(3);

        assertThat(Patience.USUAL.await("three", waiting)).isEqualTo(3);
    }

    @Test
    void looksOnlyBehindAMark() {
        inbox.add(1);
        int mark = inbox.mark();
        inbox.add(2);

        assertThat(inbox.awaitAfter(mark, "any", number -> true)).isEqualTo(2);
    }

    @Test
    void gathersSeveralInTheirOrder() {
        List.of(4, 1, 6, 8).forEach(inbox::add);

        assertThat(inbox.awaitMany("even ones", 2, number -> number % 2 == 0)).containsExactly(4, 6);
        assertThat(inbox.seen(number -> number > 4)).containsExactly(6, 8);
    }

    @Test
    void saysWhatWasAwaitedAndWhatWasSeenLast() {
        List.of(1, 2, 3, 4, 5, 6).forEach(inbox::add);

        assertThatThrownBy(() -> inbox.await("seven", number -> number == 7, Duration.ofMillis(5)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no seven in numbers within 5 ms, last seen: [2, 3, 4, 5, 6]");
    }

    @Test
    void failsAtOnceAfterTheEnd() {
        inbox.add(1);
        inbox.end("closed");

        assertThat(inbox.await("one", number -> number == 1)).isEqualTo(1);
        assertThatThrownBy(() -> inbox.await("two", number -> number == 2)).hasMessageContaining("the end (closed)");
    }

    @Test
    void keepsOnlyWhatTheTakerLeaves() {
        List<Integer> taken = new ArrayList<>();
        List.of(1, 2).forEach(inbox::add);
        inbox.offerTo(number -> number % 2 == 0 && taken.add(number));
        List.of(3, 4).forEach(inbox::add);

        assertThat(taken).containsExactly(2, 4);
        assertThat(inbox.seen()).containsExactly(1, 3);
    }

    @Test
    void leavesTheInterruptFlagSet() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> inbox.await("one", number -> true)).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
