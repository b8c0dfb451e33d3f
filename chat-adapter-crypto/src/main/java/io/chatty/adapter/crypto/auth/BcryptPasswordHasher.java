package io.chatty.adapter.crypto.auth;

import io.chatty.adapter.crypto.CryptoProperties;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.PasswordHash;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.stereotype.Component;

/**
 * bcrypt (Provos and Mazières, USENIX 1999). Uses the algorithm itself and not Spring Security's encoder, because the
 * encoder answers at once where a hash or password is missing, which tells by its time that nobody has this e-mail.
 */
@Component
final class BcryptPasswordHasher implements PasswordHasher {

    /** The variant without the faults of older ones. */
    private static final String VERSION = "$2b";

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./0-9A-Za-z]{53}");

    private final int strength;
    private final WorkQueue queue;

    BcryptPasswordHasher(CryptoProperties properties) {
        this.strength = properties.bcryptStrength();
        // One processor stays free for everybody who is signed in already.
        int maxWorking = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.queue = new WorkQueue(maxWorking, properties.bcryptMaxWaiting(), properties.bcryptMaxWait());
    }

    @Override
    public PasswordHash hash(Password password) {
        if (!password.isHashable()) {
            throw new IllegalArgumentException("the password cannot be hashed without losing a part of it");
        }
        return queue.run(() -> new PasswordHash(BCrypt.hashpw(password.value(), BCrypt.gensalt(VERSION, strength))));
    }

    @Override
    public boolean matches(Password password, @Nullable PasswordHash hash) {
        return queue.run(() -> compare(password, hash));
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return costOf(hash) < strength;
    }

    private boolean compare(Password password, @Nullable PasswordHash hash) {
        // bcrypt itself would compare only the first 72 bytes, and the same with "abc" and "abc\0abc".
        if (hash == null || costOf(hash) == 0 || !password.isHashable()) {
            spend(strength);
            return false;
        }
        boolean matches = BCrypt.checkpw(password.value(), hash.value());
        // Each cost doubles the one below, so these sum up to what the hash lacks against one of today's strength.
        for (int cost = costOf(hash); cost < strength; cost++) {
            spend(cost);
        }
        return matches;
    }

    /** Takes the time of one comparison at a cost. */
    private static void spend(int cost) {
        String hashOfNothing = String.format(Locale.ROOT, "%s$%02d$%s", VERSION, cost, ".".repeat(53));
        BCrypt.checkpw("", hashOfNothing);
    }

    /** The cost a hash was made with; 0 if it is not one of bcrypt. */
    private static int costOf(PasswordHash hash) {
        Matcher form = FORM.matcher(hash.value());
        return form.matches() ? Integer.parseInt(form.group(1)) : 0;
    }
}
