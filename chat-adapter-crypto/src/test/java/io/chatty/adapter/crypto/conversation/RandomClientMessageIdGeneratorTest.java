package io.chatty.adapter.crypto.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.testkit.conversation.ClientMessageIdGeneratorContract;
import org.junit.jupiter.api.Test;

class RandomClientMessageIdGeneratorTest extends ClientMessageIdGeneratorContract {

    private final RandomClientMessageIdGenerator generator = new RandomClientMessageIdGenerator(new RandomText());

    @Override
    protected ClientMessageIdGenerator generator() {
        return generator;
    }

    @Test
    void holds128RandomBits() {
        assertThat(generator.next().value()).matches("[A-Za-z0-9_-]{22}");
    }
}
