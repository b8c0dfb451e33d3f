package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.UserId;
import java.util.concurrent.CompletionStage;

/** Takes a reaction back. Thread-safe. */
public interface RemoveReactionUseCase {

    /**
     * Removes a reaction of the user from a message, durably, then completes, then tells both people. One that is not there
     * changes nothing. Returns without waiting for the store; what continues the stage must not block.
     *
     * @return the message as it is now; fails with a {@link io.chatty.domain.ChatException}: {@code NOT_FOUND} for a
     *     conversation or message that does not exist for the user, {@code MESSAGE_DELETED}, {@code TOO_MANY_CHANGES}, {@code
     *     TEMPORARILY_UNAVAILABLE} if the outcome is unknown
     */
    CompletionStage<Message> remove(UserId user, ConversationId conversation, long seq, Emoji emoji);
}
