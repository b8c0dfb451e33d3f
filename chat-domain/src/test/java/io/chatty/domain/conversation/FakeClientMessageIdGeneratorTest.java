package io.chatty.domain.conversation;

import io.chatty.testkit.conversation.ClientMessageIdGeneratorContract;
import io.chatty.testkit.conversation.FakeClientMessageIdGenerator;

class FakeClientMessageIdGeneratorTest extends ClientMessageIdGeneratorContract {

    private final FakeClientMessageIdGenerator generator = new FakeClientMessageIdGenerator();

    @Override
    protected FakeClientMessageIdGenerator generator() {
        return generator;
    }
}
