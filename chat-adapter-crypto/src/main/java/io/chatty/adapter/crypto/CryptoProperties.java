package io.chatty.adapter.crypto;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are hashed.
 *
 * @param bcryptStrength {@code chatty.bcrypt-strength}: binary logarithm of the rounds, 4 to 31; one more doubles the time
 *     of every sign-in. 10 or more (OWASP Password Storage Cheat Sheet) wherever real people sign in, less is for tests;
 *     the default is 10, about 65 ms, so that a small machine still signs fifty people in at once; 12 suits a larger one
 * @param bcryptMaxWaiting {@code chatty.bcrypt-max-waiting}: how many may wait for a processor to hash on; one more is
 *     refused at once. Each holds a thread, so it stays well below the threads that serve requests
 * @param bcryptMaxWait {@code chatty.bcrypt-max-wait}: who has waited this long is refused
 */
@ConfigurationProperties("chatty")
public record CryptoProperties(
        @DefaultValue("10") int bcryptStrength,
        @DefaultValue("100") int bcryptMaxWaiting,
        @DefaultValue("30s") Duration bcryptMaxWait) {

    /** @throws IllegalArgumentException if one is out of range */
    public CryptoProperties {
        if (bcryptStrength < 4 || bcryptStrength > 31) {
            throw new IllegalArgumentException("chatty.bcrypt-strength is 4 to 31, and 10 or more outside of tests.");
        }
        if (bcryptMaxWaiting < 0) {
            throw new IllegalArgumentException("chatty.bcrypt-max-waiting is 0 or more.");
        }
        if (bcryptMaxWait.isNegative()) {
            throw new IllegalArgumentException("chatty.bcrypt-max-wait is 0 or more.");
        }
    }
}
