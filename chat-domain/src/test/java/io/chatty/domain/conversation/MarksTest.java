package io.chatty.domain.conversation;

import static io.chatty.testkit.Times.NOW;
import static io.chatty.testkit.Times.nowPlus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

    private static final long LAST = 4;
    private static final Instant LATER = nowPlus(60);

    @ParameterizedTest
    @CsvSource({
        // stored read and delivered, reported read and delivered, read and delivered after
        "0, 0, 0, 0, 0, 0",
        "0, 0, 2, 0, 2, 2",
        "0, 0, 0, 3, 0, 3",
        "0, 0, 2, 3, 2, 3",
        "0, 0, 3, 1, 3, 3",
        "0, 0, 99, 0, 4, 4",
        "0, 0, 0, 99, 0, 4",
        "0, 0, 9223372036854775807, 9223372036854775807, 4, 4",
        "2, 3, 1, 1, 2, 3",
        "2, 3, 2, 3, 2, 3",
        "2, 3, 3, 0, 3, 3",
        "2, 3, 4, 0, 4, 4",
        "2, 3, 0, 4, 2, 4"
    })
    void moveForwardUpToTheLastMessage(
            long read, long delivered, long reportedRead, long reportedDelivered, long readAfter, long deliveredAfter) {
        Marks after = marks(read, delivered).advance(new MarkReport(reportedRead, reportedDelivered), LAST, LATER);

        assertThat(after.readSeq()).isEqualTo(readAfter);
        assertThat(after.deliveredSeq()).isEqualTo(deliveredAfter);
        assertThat(after.readAt()).isEqualTo(timeOf(read, readAfter));
        assertThat(after.deliveredAt()).isEqualTo(timeOf(delivered, deliveredAfter));
    }

    @Test
    void staysAtNothingInAnEmptyConversation() {
        assertThat(Marks.NONE.advance(new MarkReport(7, 7), 0, NOW)).isEqualTo(Marks.NONE);
    }

    @Test
    void neverGoBackAndNeverPartReadFromDelivered() {
        for (Marks before : allMarks()) {
            for (MarkReport report : allReports()) {
                Marks after = before.advance(report, LAST, LATER);

                assertThat(after.readSeq()).isBetween(before.readSeq(), LAST);
                assertThat(after.deliveredSeq()).isBetween(before.deliveredSeq(), LAST);
                assertThat(after.deliveredSeq()).isGreaterThanOrEqualTo(after.readSeq());
                assertThat(after.advance(report, LAST, nowPlus(120))).isEqualTo(after);
            }
        }
    }

    @Test
    void endAtTheSamePlaceWhateverTheOrderOfReports() {
        for (Marks before : allMarks()) {
            for (MarkReport one : allReports()) {
                for (MarkReport other : allReports()) {
                    assertSameNumbers(
                            before.advance(one, LAST, LATER).advance(other, LAST, LATER),
                            before.advance(other, LAST, LATER).advance(one, LAST, LATER));
                }
            }
        }
    }

    @Test
    void mergeToTheHigherOfEachWithItsTime() {
        Marks read = new Marks(3, NOW, 3, NOW);
        Marks delivered = new Marks(1, LATER, 4, LATER);

        assertThat(read.merge(delivered)).isEqualTo(new Marks(3, NOW, 4, LATER));
        assertThat(delivered.merge(read)).isEqualTo(new Marks(3, NOW, 4, LATER));
    }

    @Test
    void mergeInAnyOrderAndAnyNumberOfTimes() {
        for (Marks one : allMarks()) {
            assertThat(one.merge(one)).isEqualTo(one);
            assertThat(one.merge(Marks.NONE)).isEqualTo(one);
            assertThat(Marks.NONE.merge(one)).isEqualTo(one);
            for (Marks other : allMarks()) {
                assertThat(one.merge(other)).isEqualTo(other.merge(one));
                for (Marks third : allMarks()) {
                    assertThat(one.merge(other).merge(third)).isEqualTo(one.merge(other.merge(third)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "-9223372036854775808, 5"})
    void refuseNegativeReports(long read, long delivered) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new MarkReport(read, delivered))
                .satisfies(e -> assertThat(e.of("readSeq").code()).isEqualTo(ViolationCode.OUT_OF_RANGE));
    }

    @Test
    void reportReadingAlone() {
        assertThat(MarkReport.read(5)).isEqualTo(new MarkReport(5, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false, false", "1, 2, true, true", "2, 2, true, true"})
    void tellWhetherTheyMoved(long read, long delivered, boolean moved, boolean deliveredMoved) {
        var movement = new MarkRepository.Movement(marks(1, 1), marks(read, delivered));

        assertThat(movement.moved()).isEqualTo(moved);
        assertThat(movement.deliveredMoved()).isEqualTo(deliveredMoved);
    }

    private static void assertSameNumbers(Marks one, Marks other) {
        assertThat(one.readSeq()).isEqualTo(other.readSeq());
        assertThat(one.deliveredSeq()).isEqualTo(other.deliveredSeq());
    }

    private static @Nullable Instant timeOf(long before, long after) {
        if (after > before) {
            return LATER;
        }
        return before == 0 ? null : NOW;
    }

    private static Marks marks(long read, long delivered) {
        return new Marks(read, read == 0 ? null : NOW, delivered, delivered == 0 ? null : NOW);
    }

    private static List<Marks> allMarks() {
        List<Marks> all = new ArrayList<>();
        for (long delivered = 0; delivered <= LAST; delivered++) {
            for (long read = 0; read <= delivered; read++) {
                all.add(marks(read, delivered));
            }
        }
        return all;
    }

    private static List<MarkReport> allReports() {
        List<MarkReport> all = new ArrayList<>();
        for (long read = 0; read <= LAST + 1; read++) {
            for (long delivered = 0; delivered <= LAST + 1; delivered++) {
                all.add(new MarkReport(read, delivered));
            }
        }
        return all;
    }
}
