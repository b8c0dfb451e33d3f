package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts: {@code made-1}, {@code made-2} and so on. */
public final class FakeClientMessageIdGenerator implements ClientMessageIdGenerator {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public ClientMessageId next() {
        return new ClientMessageId("made-" + count.incrementAndGet());
    }
}
