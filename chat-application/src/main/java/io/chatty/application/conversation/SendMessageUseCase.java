package io.chatty.application.conversation;

import java.util.concurrent.CompletionStage;

/** Says something to somebody. Thread-safe. */
public interface SendMessageUseCase {

    /**
     * Stores the message, then completes, then tells every connection of both people: whoever sees this complete knows
     * that the message is durable. Returns without waiting for the store. A repeat of the same client message id completes
     * with the stored message as it is by then and tells everybody again, so that a crash between storing and telling heals.
     *
     * <p>What continues the stage must not block.
     *
     * @return fails with a {@link io.chatty.domain.RateLimitedException} if the sender sends too much, or to too many people
     *     who are new to him; a repeat counts nothing. Fails with a {@link io.chatty.domain.ChatException}: {@code NOT_FOUND} for a conversation or person that
     *     does not exist for the sender, {@code CANNOT_MESSAGE_SELF}, {@code CLIENT_MESSAGE_ID_REUSED} for the id of an
     *     earlier message that says something else and was never edited, {@code VALIDATION_FAILED} for a {@code replyTo} above the last
     *     message, {@code TEMPORARILY_UNAVAILABLE} if the outcome is unknown. Only the last may have stored something
     */
    CompletionStage<SentMessage> send(SendMessageCommand command);
}
