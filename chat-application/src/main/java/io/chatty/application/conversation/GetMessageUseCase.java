package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.UserId;

/** Looks at one message. Thread-safe. */
public interface GetMessageUseCase {

    /**
     * @param seq the message's place in the conversation
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if the conversation does not exist for the person, or has
     *     no such message
     */
    Message get(UserId user, ConversationId conversation, long seq);
}
