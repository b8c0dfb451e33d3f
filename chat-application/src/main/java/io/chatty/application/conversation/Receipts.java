package io.chatty.application.conversation;

import io.chatty.domain.conversation.Marks;

/**
 * How far a person has come, and what lies ahead.
 *
 * @param unreadCount exact up to 99, then 100
 */
public record Receipts(Marks marks, int unreadCount) {}
