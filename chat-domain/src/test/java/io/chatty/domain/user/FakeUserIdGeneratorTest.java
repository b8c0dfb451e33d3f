package io.chatty.domain.user;

import io.chatty.testkit.user.FakeUserIdGenerator;
import io.chatty.testkit.user.UserIdGeneratorContract;

class FakeUserIdGeneratorTest extends UserIdGeneratorContract {

    private final FakeUserIdGenerator generator = new FakeUserIdGenerator();

    @Override
    protected FakeUserIdGenerator generator() {
        return generator;
    }
}
