package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.user.UserId;

/** Shows the peer that one is typing, or no longer. Nothing is stored. Thread-safe. */
public interface SignalTypingUseCase {

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} if the conversation does not exist for the person */
    void signal(UserId user, ConversationId conversation, boolean active);
}
