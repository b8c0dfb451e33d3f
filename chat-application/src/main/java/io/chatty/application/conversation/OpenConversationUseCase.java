package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.UserId;

/** Opens the conversation with somebody. Until its first message it exists only for the one who opened it. Thread-safe. */
public interface OpenConversationUseCase {

    /**
     * Opens the one conversation of two people, or finds it open.
     *
     * @throws io.chatty.domain.RateLimitedException if the user begins too many conversations; finding one open counts nothing
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if there is no such person, {@code CANNOT_MESSAGE_SELF}
     */
    Opened open(UserId user, UserId peer);

    /**
     * An open conversation.
     *
     * @param created whether it did not exist for the user before
     */
    record Opened(ConversationView conversation, boolean created) {}
}
