package io.chatty.domain.auth;

import io.chatty.domain.user.PasswordHash;
import org.jspecify.annotations.Nullable;

/**
 * Driven port: turns passwords into hashes and compares them. Slow on purpose, thread-safe, and bounded: many calls at
 * once wait for each other instead of taking every processor, and some are refused with {@code TEMPORARILY_UNAVAILABLE}
 * when too many wait.
 */
public interface PasswordHasher {

    /**
     * Hashes a password, each time with another salt.
     *
     * @throws IllegalArgumentException if the password is not {@linkplain Password#isHashable() hashable}
     */
    PasswordHash hash(Password password);

    /**
     * Whether the hash was made of exactly this password. Takes the same time whatever the answer is, also for a
     * password that cannot be hashed and where there is no hash to compare with.
     *
     * @param hash null if there is none; the answer is then false
     */
    boolean matches(Password password, @Nullable PasswordHash hash);

    /** Whether the hash is weaker than those made now, so that it is worth making again at the next sign-in. */
    boolean isOutdated(PasswordHash hash);
}
