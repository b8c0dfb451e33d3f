package io.chatty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatty.testkit.RateFixtures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void knowsHowLongAllOfItTakesToComeBack() {
        assertThat(new Quota(10, 10, MINUTE).window()).isEqualTo(MINUTE);
        assertThat(new Quota(5, 20, Duration.ofHours(1)).window()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void isNeverNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(0, 1, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, 0, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(1, 1, MINUTE.negated()));
    }

    @Test
    void isThereForEachLimit() {
        assertThat(RateFixtures.plenty().quotas()).containsOnlyKeys(RateLimit.values());
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimits(Map.of()));
    }
}
