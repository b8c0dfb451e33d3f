package io.chatty.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.testkit.RateFixtures;
import io.chatty.testkit.TestClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many keys somebody makes up. */
class BucketTableTest {

    private static final int MOST_KEYS = 100;
    private static final int BURST = 3;

    private final TestClock clock = new TestClock();
    private final BucketTable table = new BucketTable(RateFixtures.atOnce(BURST), MOST_KEYS, new ClockTimeMeter(clock));

    @Test
    void doesNotGrowBeyondItsBound() {
        attack(50_000);

        assertThat(table.size()).isLessThanOrEqualTo(MOST_KEYS + BucketTable.SHARED);
    }

    @Test
    void letsNobodyThroughMoreOftenByMakingUpKeys() {
        long through = IntStream.range(0, 50_000)
                .filter(i -> table.take("made-up-" + i) == 0)
                .count();

        assertThat(through).isLessThanOrEqualTo(MOST_KEYS + BucketTable.SHARED * (long) BURST);
    }

    @Test
    void forgetsNobodyWhoIsCountedSinceOthersCome() {
        IntStream.range(0, BURST).forEach(i -> table.take("victim"));

        attack(50_000);
        clock.advance(Duration.ofSeconds(59));
        attack(50_000);

        assertThat(table.take("victim")).isPositive();
    }

    @Test
    void countsByThemselvesAgainThoseWhoComeAfterTheFlood() {
        attack(50_000);
        clock.advance(Duration.ofHours(1));

        assertThat(IntStream.range(0, BURST).filter(i -> table.take("late") == 0))
                .hasSize(BURST);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void dropsWhatIsFullAgain() {
        table.take("alice");
        clock.advance(Duration.ofMinutes(1));

        table.take("bob");

        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void keepsWhatIsNotFullYet() {
        table.take("alice");
        clock.advance(Duration.ofSeconds(59));

        table.take("bob");

        assertThat(table.size()).isEqualTo(2);
    }

    private void attack(int keys) {
        IntStream.range(0, keys).forEach(i -> table.take("made-up-" + i));
    }
}
