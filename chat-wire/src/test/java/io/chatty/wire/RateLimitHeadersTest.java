package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.chatty.domain.Quota;
import io.chatty.domain.RateLimit;
import io.chatty.domain.RateLimitedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitHeadersTest {

    @Test
    void nameThePolicyAndWhenToComeBack() {
        Quota quota = new Quota(5, 20, Duration.ofHours(1));

        assertThat(RateLimitHeaders.of(
                        new RateLimitedException(RateLimit.REGISTRATIONS, quota, Duration.ofMillis(179_001))))
                .containsExactly(
                        entry("Retry-After", "180"),
                        entry("RateLimit-Policy", "\"registrations\";q=5;w=900"),
                        entry("RateLimit", "\"registrations\";r=0;t=180"));
    }

    @Test
    void askForASecondAtLeast() {
        Quota quota = new Quota(60, 5, Duration.ofSeconds(1));

        assertThat(RateLimitHeaders.of(new RateLimitedException(RateLimit.MESSAGES, quota, Duration.ofNanos(1))))
                .containsEntry("Retry-After", "1")
                .containsEntry("RateLimit-Policy", "\"messages\";q=60;w=12");
    }

    @Test
    void saysNothingOfAWindowWhereThereIsNone() {
        assertThat(RateLimitHeaders.of("sockets", 200, null, Duration.ofSeconds(5)))
                .containsEntry("RateLimit-Policy", "\"sockets\";q=200");
    }
}
