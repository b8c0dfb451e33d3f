package io.chatty.domain.conversation;

import java.time.Instant;

/** A person changed his settings of a conversation; only his own devices are told. */
public record ConversationUpdated(ConversationEntry entry, boolean blocked, Instant at) implements ConversationEvent {

    public ConversationId conversationId() {
        return entry.id();
    }
}
