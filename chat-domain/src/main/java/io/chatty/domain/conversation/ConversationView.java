package io.chatty.domain.conversation;

import io.chatty.domain.user.Person;

/**
 * A conversation as one of its two people sees it.
 *
 * @param peer the other one
 */
public record ConversationView(ConversationEntry entry, Person peer) {}
