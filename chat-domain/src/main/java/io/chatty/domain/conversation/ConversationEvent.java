package io.chatty.domain.conversation;

import java.time.Instant;

/** Something happened in a conversation that its people must know. */
public sealed interface ConversationEvent permits MessageCreated, ReceiptsUpdated, TypingChanged {

    ConversationId conversationId();

    Instant at();
}
