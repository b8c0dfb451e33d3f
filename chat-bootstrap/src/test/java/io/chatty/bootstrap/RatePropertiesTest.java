package io.chatty.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.Quota;
import io.chatty.domain.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RatePropertiesTest {

    @Test
    void allowsByDefaultWhatTheDocumentsSay() {
        Map<RateLimit, Quota> quotas = bind(Map.of()).limits().quotas();

        assertThat(quotas)
                .containsEntry(RateLimit.PASSWORD_ATTEMPTS, new Quota(10, 10, Duration.ofMinutes(1)))
                .containsEntry(RateLimit.PASSWORD_ATTEMPTS_PER_ADDRESS, new Quota(60, 60, Duration.ofMinutes(1)))
                .containsEntry(RateLimit.REGISTRATIONS, new Quota(5, 20, Duration.ofHours(1)))
                .containsEntry(RateLimit.LOOKUPS, new Quota(20, 20, Duration.ofHours(1)))
                .containsEntry(RateLimit.LOOKUPS_PER_ADDRESS, new Quota(60, 60, Duration.ofHours(1)))
                .containsEntry(RateLimit.MESSAGES, new Quota(60, 5, Duration.ofSeconds(1)))
                .containsEntry(RateLimit.FIRST_MESSAGES, new Quota(30, 30, Duration.ofHours(1)))
                .containsEntry(RateLimit.REQUESTS, new Quota(1_200, 1_200, Duration.ofMinutes(1)));
    }

    /** What comes at once and what comes back within the hour make up the whole. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 99, 100})
    void allowsNoHourWithMoreFailuresThanThat(int failures) {
        Quota quota = bind(Map.of("chatty.limits.password-failures-per-hour", failures))
                .limits()
                .quotaOf(RateLimit.PASSWORD_FAILURES);

        assertThat(quota.period()).isEqualTo(Duration.ofHours(1));
        assertThat(quota.burst() + quota.rate()).isEqualTo(failures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password-attempts-per-minute",
                "password-attempts-per-address-per-minute",
                "password-failures-per-hour",
                "registrations-per-hour",
                "registration-burst",
                "lookups-per-hour",
                "lookups-per-address-per-hour",
                "messages-per-second",
                "message-burst",
                "first-messages-per-hour",
                "requests-per-minute"
            })
    void refusesWhatMakesNoSenseInASentenceThatNamesIt(String limit) {
        String property = "chatty.limits." + limit;
        for (int value : List.of(0, -1, 1_000_001)) {
            assertThatThrownBy(() -> bind(Map.of(property, value)))
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(property + " is from ");
        }
    }

    private static RateProperties bind(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("chatty.limits", RateProperties.class);
    }
}
