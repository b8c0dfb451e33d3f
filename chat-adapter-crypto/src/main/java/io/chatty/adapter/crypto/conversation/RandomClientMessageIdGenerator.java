package io.chatty.adapter.crypto.conversation;

import io.chatty.adapter.crypto.RandomText;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import org.springframework.stereotype.Component;

@Component
final class RandomClientMessageIdGenerator implements ClientMessageIdGenerator {

    private static final int BITS = 128;

    private final RandomText random;

    RandomClientMessageIdGenerator(RandomText random) {
        this.random = random;
    }

    @Override
    public ClientMessageId next() {
        return new ClientMessageId(random.ofBits(BITS));
    }
}
