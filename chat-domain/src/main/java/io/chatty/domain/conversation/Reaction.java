package io.chatty.domain.conversation;

import io.chatty.domain.user.UserId;

/** What one person felt about a message. */
public record Reaction(UserId userId, Emoji emoji) {}
