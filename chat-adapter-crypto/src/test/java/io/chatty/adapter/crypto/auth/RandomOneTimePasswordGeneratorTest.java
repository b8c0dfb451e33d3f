package io.chatty.adapter.crypto.auth;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.auth.OneTimePasswordGenerator;
import io.chatty.testkit.auth.OneTimePasswordGeneratorContract;

class RandomOneTimePasswordGeneratorTest extends OneTimePasswordGeneratorContract {

    private final OneTimePasswordGenerator generator = new RandomOneTimePasswordGenerator(new RandomText());

    @Override
    protected OneTimePasswordGenerator generator() {
        return generator;
    }
}
