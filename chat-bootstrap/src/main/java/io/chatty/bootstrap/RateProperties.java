package io.chatty.bootstrap;

import static io.chatty.domain.RateLimit.FIRST_MESSAGES;
import static io.chatty.domain.RateLimit.LOOKUPS;
import static io.chatty.domain.RateLimit.LOOKUPS_PER_ADDRESS;
import static io.chatty.domain.RateLimit.MESSAGES;
import static io.chatty.domain.RateLimit.PASSWORD_ATTEMPTS;
import static io.chatty.domain.RateLimit.PASSWORD_ATTEMPTS_PER_ADDRESS;
import static io.chatty.domain.RateLimit.PASSWORD_FAILURES;
import static io.chatty.domain.RateLimit.REGISTRATIONS;
import static io.chatty.domain.RateLimit.REQUESTS;

import io.chatty.domain.Quota;
import io.chatty.domain.RateLimits;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often people may do what costs or what can be abused. Where there is no burst of its own, as much may come at once as
 * in the whole time that the name says.
 *
 * @param passwordAttemptsPerMinute passwords that are tried for one account from one address
 * @param passwordAttemptsPerAddressPerMinute passwords that are tried from one address
 * @param passwordFailuresPerHour wrong passwords of one account, never more within any hour: so half of them at once
 * @param registrationsPerHour accounts that are made from one address
 * @param registrationBurst accounts that are made from one address at once
 * @param lookupsPerHour how often one person looks somebody up by e-mail
 * @param lookupsPerAddressPerHour how often somebody is looked up by e-mail from one address
 * @param messagesPerSecond messages of one person
 * @param messageBurst messages of one person at once
 * @param firstMessagesPerHour conversations that one person begins
 * @param requestsPerMinute requests of one person
 */
@ConfigurationProperties("chatty.limits")
record RateProperties(
        @DefaultValue("10") int passwordAttemptsPerMinute,
        @DefaultValue("60") int passwordAttemptsPerAddressPerMinute,
        @DefaultValue("100") int passwordFailuresPerHour,
        @DefaultValue("20") int registrationsPerHour,
        @DefaultValue("5") int registrationBurst,
        @DefaultValue("20") int lookupsPerHour,
        @DefaultValue("60") int lookupsPerAddressPerHour,
        @DefaultValue("5") int messagesPerSecond,
        @DefaultValue("60") int messageBurst,
        @DefaultValue("30") int firstMessagesPerHour,
        @DefaultValue("1200") int requestsPerMinute) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** More than anybody does, and little enough to count with. */
    private static final int MOST = 1_000_000;

    /** @throws IllegalArgumentException if a limit is below what makes sense or above a million */
    RateProperties {
        check("password-attempts-per-minute", passwordAttemptsPerMinute, 1);
        check("password-attempts-per-address-per-minute", passwordAttemptsPerAddressPerMinute, 1);
        check("password-failures-per-hour", passwordFailuresPerHour, 2);
        check("registrations-per-hour", registrationsPerHour, 1);
        check("registration-burst", registrationBurst, 1);
        check("lookups-per-hour", lookupsPerHour, 1);
        check("lookups-per-address-per-hour", lookupsPerAddressPerHour, 1);
        check("messages-per-second", messagesPerSecond, 1);
        check("message-burst", messageBurst, 1);
        check("first-messages-per-hour", firstMessagesPerHour, 1);
        check("requests-per-minute", requestsPerMinute, 1);
    }

    RateLimits limits() {
        int half = passwordFailuresPerHour / 2;
        return new RateLimits(Map.of(
                PASSWORD_ATTEMPTS, even(passwordAttemptsPerMinute, MINUTE),
                PASSWORD_ATTEMPTS_PER_ADDRESS, even(passwordAttemptsPerAddressPerMinute, MINUTE),
                PASSWORD_FAILURES, new Quota(passwordFailuresPerHour - half, half, HOUR),
                REGISTRATIONS, new Quota(registrationBurst, registrationsPerHour, HOUR),
                LOOKUPS, even(lookupsPerHour, HOUR),
                LOOKUPS_PER_ADDRESS, even(lookupsPerAddressPerHour, HOUR),
                MESSAGES, new Quota(messageBurst, messagesPerSecond, SECOND),
                FIRST_MESSAGES, even(firstMessagesPerHour, HOUR),
                REQUESTS, even(requestsPerMinute, MINUTE)));
    }

    private static Quota even(int count, Duration period) {
        return new Quota(count, count, period);
    }

    private static void check(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException("chatty.limits." + name + " is from " + least + " to " + MOST);
        }
    }
}
