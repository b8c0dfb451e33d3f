package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.UserId;
import java.util.concurrent.CompletionStage;

/** Takes back what one said. Thread-safe. */
public interface DeleteMessageUseCase {

    /**
     * Erases a message for both people, durably, then completes, then tells them; its place stays. Always possible; twice
     * changes nothing. Returns without waiting for the store; what continues the stage must not block.
     *
     * @return the message as it is now; fails with a {@link io.chatty.domain.ChatException}: {@code NOT_FOUND} for a
     *     conversation or message that does not exist for the user, {@code NOT_MESSAGE_AUTHOR}, {@code
     *     TEMPORARILY_UNAVAILABLE} if the outcome is unknown
     */
    CompletionStage<Message> delete(UserId user, ConversationId conversation, long seq);
}
