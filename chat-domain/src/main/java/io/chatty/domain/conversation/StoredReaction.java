package io.chatty.domain.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a reaction.
 *
 * @param user null if the store does not know who that is
 */
public record StoredReaction(@Nullable String user, String emoji) {}
