package io.chatty.testkit.auth;

import io.chatty.domain.auth.OneTimePasswordGenerator;
import io.chatty.domain.auth.Password;
import java.util.concurrent.atomic.AtomicLong;

/** Passwords with a number. */
public final class FakeOneTimePasswordGenerator implements OneTimePasswordGenerator {

    private final AtomicLong made = new AtomicLong();

    @Override
    public Password next() {
        return new Password("one time password " + made.incrementAndGet());
    }
}
