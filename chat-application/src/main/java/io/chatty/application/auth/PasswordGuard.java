package io.chatty.application.auth;

import static io.chatty.domain.RateLimit.PASSWORD_ATTEMPTS;
import static io.chatty.domain.RateLimit.PASSWORD_ATTEMPTS_PER_ADDRESS;
import static io.chatty.domain.RateLimit.PASSWORD_FAILURES;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.RateClaim;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.Texts;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a password may be tried, and whether it is right. Every password that somebody types to prove who he is
 * comes by here, whatever it is for, and is counted alike.
 */
final class PasswordGuard {

    private final PasswordHasher hasher;
    private final RateLimiter limiter;

    PasswordGuard(PasswordHasher hasher, RateLimiter limiter) {
        this.hasher = hasher;
        this.limiter = limiter;
    }

    /**
     * Whether the password is right. Compared also where there is nobody, so that the time does not tell; where too much
     * was tried it is refused before anything is compared.
     *
     * @param email of the account that is tried, as typed: accounts that do not exist are counted like those that do
     * @param hash of the account's password, or null if there is no account
     * @throws io.chatty.domain.RateLimitedException if too much was tried from there, or too much was wrong
     */
    boolean matches(String email, ClientAddress from, Password password, @Nullable PasswordHash hash) {
        String account = account(email);
        RateClaim failure = PASSWORD_FAILURES.by(account);
        limiter.take(
                PASSWORD_ATTEMPTS_PER_ADDRESS.by(from),
                PASSWORD_ATTEMPTS.by(account + " from " + from.network()),
                // Counted before it is one: of many at once none sees the others fail.
                failure);
        boolean failed = false;
        try {
            failed = !hasher.matches(password, hash);
            return !failed;
        } finally {
            if (!failed) {
                limiter.giveBack(failure);
            }
        }
    }

    /** What an account is counted by: short however long the e-mail is, and nothing that anybody could read. */
    private static String account(String email) {
        try {
            byte[] folded = Texts.foldCase(Texts.trim(email)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(folded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
