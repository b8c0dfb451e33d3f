package io.chatty.application.conversation;

import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verifyNoInteractions;

import io.chatty.domain.ErrorCode;
import io.chatty.domain.conversation.MarkReport;
import io.chatty.domain.conversation.Marks;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.ShownMarks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateReceiptsServiceTest {

    private final ConversationScene scene = new ConversationScene();

    @BeforeEach
    void bobWritesThreeMessagesToAnna() {
        scene.send(BOB, ANNA, "one");
        scene.send(BOB, ANNA, "two");
        scene.send(BOB, ANNA, "three");
        scene.clock.advance(Duration.ofMinutes(1));
        scene.startListening();
    }

    @Test
    void tellsBothPeopleOnceEachInTheirOwnWords() {
        Receipts receipts = report(2, 3);

        Instant now = scene.clock.instant();
        Marks marks = new Marks(2, now, 3, now);
        ShownMarks shown = new ShownMarks(marks, true);
        assertThat(receipts).isEqualTo(new Receipts(marks, 1));
        assertThat(scene.toldTo(ANNA)).containsExactly(new ReceiptsUpdated(ANNA_WITH_BOB, ANNA.id(), shown, 1, now));
        assertThat(scene.toldTo(BOB)).containsExactly(new ReceiptsUpdated(ANNA_WITH_BOB, ANNA.id(), shown, null, now));
        assertThat(scene.toldTo(CARA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 3", "1, 3", "2, 1"})
    void tellsNobodyIfNothingMoved(long readSeq, long deliveredSeq) {
        Receipts before = report(2, 3);
        scene.startListening();

        assertThat(report(readSeq, deliveredSeq)).isEqualTo(before);
        verifyNoInteractions(scene.notifier);
    }

    @Test
    void cutsAMarkToTheLastMessage() {
        assertThat(report(99, 0).marks())
                .extracting(Marks::readSeq, Marks::deliveredSeq)
                .containsExactly(3L, 3L);
    }

    @Test
    void takesWhatWasReadAsDelivered() {
        assertThat(report(2, 0).marks().deliveredSeq()).isEqualTo(2);
    }

    @Test
    void isNotFoundForSomebodyElse() {
        assertThatThrownBy(() -> scene.assembly.updateReceipts().update(CARA.id(), ANNA_WITH_BOB, MarkReport.read(1)))
                .hasMessage(ErrorCode.NOT_FOUND.name());
        verifyNoInteractions(scene.notifier);
    }

    private Receipts report(long readSeq, long deliveredSeq) {
        return scene.assembly.updateReceipts().update(ANNA.id(), ANNA_WITH_BOB, new MarkReport(readSeq, deliveredSeq));
    }
}
