package io.chatty.domain.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message was stored.
 *
 * @param conversation the conversation as the recipient sees it, with its first message; else null
 */
public record MessageCreated(Message message, @Nullable ConversationView conversation, Instant at)
        implements MessageEvent {}
