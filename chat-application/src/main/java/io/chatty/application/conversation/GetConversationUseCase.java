package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.UserId;

/** Looks at one conversation. Thread-safe. */
public interface GetConversationUseCase {

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} if the conversation does not exist for the person */
    ConversationView get(UserId user, ConversationId conversation);
}
