package io.chatty.application.store;

import io.chatty.domain.conversation.Breach;
import java.util.function.Consumer;

/** Driving port: looks at everything that is stored whether all promises are kept. */
public interface CheckStoreUseCase {

    /**
     * Checks all conversations, and changes nothing; it takes as long as reading all messages.
     *
     * @param found takes each breach, first those of one conversation after the other
     * @throws io.chatty.domain.ChatException {@code TEMPORARILY_UNAVAILABLE} if the store does not answer
     */
    CheckedStore check(Consumer<Breach> found);
}
