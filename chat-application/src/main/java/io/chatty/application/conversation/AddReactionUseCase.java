package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Emoji;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.UserId;
import java.util.concurrent.CompletionStage;

/** Shows what one feels about a message. Thread-safe. */
public interface AddReactionUseCase {

    /**
     * Adds a reaction of the user to a message, durably, then completes, then tells both people. Twice changes nothing.
     * Returns without waiting for the store; what continues the stage must not block.
     *
     * @return the message as it is now; fails with a {@link io.chatty.domain.ChatException}: {@code NOT_FOUND} for a
     *     conversation or message that does not exist for the user, {@code MESSAGE_DELETED}, {@code TOO_MANY_CHANGES}, {@code
     *     VALIDATION_FAILED} for one more than {@link Message#MAX_REACTIONS_OF_A_PERSON}, {@code TEMPORARILY_UNAVAILABLE} if
     *     the outcome is unknown
     */
    CompletionStage<Message> add(UserId user, ConversationId conversation, long seq, Emoji emoji);
}
