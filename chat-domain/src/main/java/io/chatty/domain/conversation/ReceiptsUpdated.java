package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person has come further.
 *
 * @param userId whose marks moved
 * @param unreadCount for that person's own devices; null for the peer's
 */
public record ReceiptsUpdated(
        ConversationId conversationId,
        UserId userId,
        ShownMarks marks,
        @Nullable Integer unreadCount,
        Instant at) implements ConversationEvent {}
