package io.chatty.domain.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * Events may have been lost: whoever is told asks what happened.
 *
 * @param within time to spread the asking over, so that not everybody asks at once
 */
public record SyncRequired(Duration within, Instant at) implements ConversationEvent {}
