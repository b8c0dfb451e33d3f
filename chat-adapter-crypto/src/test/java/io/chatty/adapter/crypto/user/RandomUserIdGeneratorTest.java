package io.chatty.adapter.crypto.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.user.UserIdGenerator;
import io.chatty.testkit.user.UserIdGeneratorContract;
import org.junit.jupiter.api.Test;

class RandomUserIdGeneratorTest extends UserIdGeneratorContract {

    private final RandomUserIdGenerator generator = new RandomUserIdGenerator(new RandomText());

    @Override
    protected UserIdGenerator generator() {
        return generator;
    }

    @Test
    void holds128RandomBits() {
        assertThat(generator.next().value()).matches("u_[A-Za-z0-9_-]{22}");
    }
}
