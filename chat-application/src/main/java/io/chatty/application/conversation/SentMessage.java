package io.chatty.application.conversation;

import io.chatty.domain.conversation.Message;

/**
 * The outcome of sending.
 *
 * @param replayed whether the message had been stored by an earlier attempt
 */
public record SentMessage(Message message, boolean replayed) {}
