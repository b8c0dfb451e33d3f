package io.chatty.testkit.auth;

import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.PasswordHash;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Hashes to its strength, a counter as salt, and the password itself, joined by colons. Starts at strength 1. */
public final class FakePasswordHasher implements PasswordHasher {

    private final AtomicInteger strength = new AtomicInteger(1);
    private final AtomicInteger salt = new AtomicInteger();

    /** From now on every hash made before is outdated. */
    public void strengthen() {
        strength.incrementAndGet();
    }

    @Override
    public PasswordHash hash(Password password) {
        if (!password.isHashable()) {
            throw new IllegalArgumentException("not hashable");
        }
        return new PasswordHash(strength.get() + ":" + salt.incrementAndGet() + ":" + password.value());
    }

    @Override
    public boolean matches(Password password, @Nullable PasswordHash hash) {
        if (hash == null || !password.isHashable()) {
            return false;
        }
        String[] parts = hash.value().split(":", 3);
        return parts.length == 3 && parts[2].equals(password.value());
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return Integer.parseInt(hash.value().split(":", 3)[0]) < strength.get();
    }
}
