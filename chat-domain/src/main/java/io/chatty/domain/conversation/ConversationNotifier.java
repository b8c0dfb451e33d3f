package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;

/**
 * Driven port: tells a person's live connections. Thread-safe, never blocks. Best effort: an event may be lost or come
 * twice, and the store is the truth.
 */
public interface ConversationNotifier {

    /** Tells all connections of a person; events told one after the other arrive in that order. */
    void tell(UserId recipient, ConversationEvent event);
}
