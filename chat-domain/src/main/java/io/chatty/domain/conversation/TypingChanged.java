package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;

/** A person began to type, or stopped. Not stored; whoever receives it lets it expire. */
public record TypingChanged(ConversationId conversationId, UserId userId, boolean active, Instant at)
        implements ConversationEvent {}
