package io.chatty.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.HistoryQuery.Anchor;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryQueryTest {

    @ParameterizedTest
    @CsvSource({
        // anchor, seq, limit, last, from, to
        "NEWEST, 0, 50, 120, 71, 120",
        "NEWEST, 0, 50, 50, 1, 50",
        "NEWEST, 0, 50, 3, 1, 3",
        "BEFORE, 71, 50, 120, 21, 70",
        "BEFORE, 21, 50, 120, 1, 20",
        "BEFORE, 121, 50, 120, 71, 120",
        "BEFORE, 9223372036854775807, 50, 120, 71, 120",
        "AFTER, 0, 50, 120, 1, 50",
        "AFTER, 50, 50, 120, 51, 100",
        "AFTER, 100, 50, 120, 101, 120",
        "AFTER, 119, 50, 120, 120, 120",
        "AROUND, 60, 50, 120, 35, 84",
        "AROUND, 60, 1, 120, 60, 60",
        "AROUND, 60, 2, 120, 59, 60",
        "AROUND, 60, 3, 120, 59, 61",
        "AROUND, 1, 50, 120, 1, 50",
        "AROUND, 0, 50, 120, 1, 50",
        "AROUND, 120, 50, 120, 95, 120",
        "AROUND, 121, 50, 120, 71, 120",
        "AROUND, 9223372036854775807, 50, 120, 71, 120"
    })
    void givesTheRangeOfThePage(Anchor anchor, long seq, int limit, long lastSeq, long from, long to) {
        assertThat(new HistoryQuery(anchor, seq, limit).rangeIn(lastSeq)).isEqualTo(new SeqRange(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, 0, 120",
        "BEFORE, 1, 120",
        "AFTER, 120, 120",
        "AFTER, 121, 120",
        "AFTER, 9223372036854775807, 120",
        "NEWEST, 0, 0",
        "BEFORE, 7, 0",
        "AFTER, 0, 0",
        "AFTER, 7, 0",
        "AROUND, 0, 0",
        "AROUND, 7, 0"
    })
    void isEmptyBeyondAnEnd(Anchor anchor, long seq, long lastSeq) {
        SeqRange range = new HistoryQuery(anchor, seq, 50).rangeIn(lastSeq);

        assertThat(range.isEmpty()).isTrue();
        assertThat(range.from()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Anchor.class)
    void agreesWithALookAtEveryMessage(Anchor anchor) {
        for (long last = 0; last <= 9; last++) {
            for (long seq = 0; seq <= 11; seq++) {
                for (int limit = 1; limit <= 7; limit++) {
                    SeqRange range = new HistoryQuery(anchor, seq, limit).rangeIn(last);

                    assertThat(LongStream.rangeClosed(range.from(), range.to()).boxed())
                            .as("%s %d, limit %d, last %d", anchor, seq, limit, last)
                            .containsExactlyElementsOf(pageOf(anchor, seq, limit, last));
                }
            }
        }
    }

    @Test
    void countsBeyondTheRangeOfInt() {
        long last = 10_000_000_000L;

        assertThat(new HistoryQuery(Anchor.AFTER, last - 10, 100).rangeIn(last))
                .isEqualTo(new SeqRange(last - 9, last));
        assertThat(new HistoryQuery(Anchor.NEWEST, 0, 100).rangeIn(last)).isEqualTo(new SeqRange(last - 99, last));
        assertThat(new HistoryQuery(Anchor.AROUND, last - 200, 100).rangeIn(last))
                .isEqualTo(new SeqRange(last - 250, last - 151));
    }

    /** The page, found by walking over the whole conversation. */
    private static List<Long> pageOf(Anchor anchor, long seq, int limit, long last) {
        List<Long> all = LongStream.rangeClosed(1, last).boxed().toList();
        return switch (anchor) {
            case NEWEST -> endOf(all, limit);
            case BEFORE -> endOf(all.stream().filter(s -> s < seq).toList(), limit);
            case AFTER -> all.stream().filter(s -> s > seq).limit(limit).toList();
            case AROUND ->
                seq > last
                        ? endOf(all, limit)
                        : all.stream()
                                .filter(s -> s >= seq - limit / 2)
                                .limit(limit)
                                .toList();
        };
    }

    private static List<Long> endOf(List<Long> messages, int limit) {
        return messages.subList(Math.max(0, messages.size() - limit), messages.size());
    }
}
