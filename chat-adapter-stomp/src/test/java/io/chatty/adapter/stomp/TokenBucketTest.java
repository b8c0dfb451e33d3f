package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long start = System.nanoTime() + SECOND;
    private final TokenBucket bucket = new TokenBucket(3, 10, Duration.ofSeconds(1));

    @Test
    void letsABurstThroughAndThenTheRate() {
        assertThat(bucket.take(start)).isZero();
        assertThat(bucket.take(start)).isZero();
        assertThat(bucket.take(start)).isZero();

        assertThat(bucket.take(start)).isEqualTo(SECOND / 10);
        assertThat(bucket.take(start + SECOND / 20)).isBetween(SECOND / 20 - 1, SECOND / 20 + 1);
        assertThat(bucket.take(start + SECOND / 10 + 1)).isZero();
        assertThat(bucket.take(start + SECOND / 10 + 1)).isPositive();
    }

    @Test
    void savesNoMoreThanABurst() {
        long later = start + 100 * SECOND;
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.take(later)).isZero();
        }

        assertThat(bucket.take(later)).isPositive();
    }
}
