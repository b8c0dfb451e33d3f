package io.chatty.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberSetTest {

    private final NumberSet numbers = new NumberSet();

    private List<Long> gaps(long end) {
        List<Long> gaps = new ArrayList<>();
        numbers.forEachGap(end, gaps::add);
        return gaps;
    }

    @Test
    void knowsWhatItHolds() {
        assertThat(numbers.add(7)).isTrue();
        assertThat(numbers.add(7)).isFalse();
        assertThat(numbers.add(Long.MAX_VALUE - 1)).isTrue();
        assertThat(numbers.add(-7)).isTrue();
    }

    @Test
    void findsTheBeginningOfEachGap() {
        for (long number = 3; number <= 5_000; number++) {
            if (number < 2_000 || number > 4_100) {
                numbers.add(number);
            }
        }
        assertThat(gaps(5_000)).containsExactly(1L, 2_000L);
    }

    @Test
    void findsNoGapAboveTheEnd() {
        numbers.add(1);
        numbers.add(4);
        numbers.add(9);

        assertThat(gaps(4)).containsExactly(2L);
        assertThat(gaps(3)).isEmpty();
    }

    @Test
    void findsNothingInNothing() {
        assertThat(gaps(5)).isEmpty();
    }
}
