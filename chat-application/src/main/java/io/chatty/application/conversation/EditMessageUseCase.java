package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageText;
import io.chatty.domain.user.UserId;
import java.util.concurrent.CompletionStage;

/** Says something else instead of what one said before. Thread-safe. */
public interface EditMessageUseCase {

    /**
     * Replaces the text of a message, durably, then completes, then tells both people; nothing is left of the text before.
     * The same text changes nothing. Returns without waiting for the store; what continues the stage must not block.
     *
     * @return the message as it is now; fails with a {@link io.chatty.domain.ChatException}: {@code NOT_FOUND} for a
     *     conversation or message that does not exist for the user, {@code NOT_MESSAGE_AUTHOR}, {@code MESSAGE_DELETED},
     *     {@code EDIT_WINDOW_CLOSED}, {@code TOO_MANY_CHANGES}, {@code TEMPORARILY_UNAVAILABLE} if the outcome is unknown
     */
    CompletionStage<Message> edit(UserId user, ConversationId conversation, long seq, MessageText text);
}
