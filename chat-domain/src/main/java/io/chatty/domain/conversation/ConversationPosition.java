package io.chatty.domain.conversation;

import java.time.Instant;

/**
 * A place in a person's list of conversations, which is ordered by time, newest first, then by id.
 *
 * @param at time of the last message, or of opening while there is none
 */
public record ConversationPosition(Instant at, ConversationId id) {}
