package io.chatty.domain.auth;

import io.chatty.testkit.auth.FakePasswordHasher;
import io.chatty.testkit.auth.PasswordHasherContract;

class FakePasswordHasherTest extends PasswordHasherContract {

    private final FakePasswordHasher hasher = new FakePasswordHasher();

    @Override
    protected FakePasswordHasher hasher() {
        return hasher;
    }
}
