package io.chatty.domain.auth;

import io.chatty.testkit.auth.FakeOneTimePasswordGenerator;
import io.chatty.testkit.auth.OneTimePasswordGeneratorContract;

class FakeOneTimePasswordGeneratorTest extends OneTimePasswordGeneratorContract {

    private final OneTimePasswordGenerator generator = new FakeOneTimePasswordGenerator();

    @Override
    protected OneTimePasswordGenerator generator() {
        return generator;
    }
}
