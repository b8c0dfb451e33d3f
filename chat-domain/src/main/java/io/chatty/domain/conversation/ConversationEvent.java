package io.chatty.domain.conversation;

import java.time.Instant;

/** Something happened in conversations that their people must know. */
public sealed interface ConversationEvent
        permits MessageEvent, ReceiptsUpdated, ConversationUpdated, TypingChanged, SyncRequired {

    Instant at();
}
