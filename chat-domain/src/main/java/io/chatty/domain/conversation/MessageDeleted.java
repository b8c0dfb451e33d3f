package io.chatty.domain.conversation;

import java.time.Instant;

/** A message was deleted; what is left of it says nothing. */
public record MessageDeleted(Message message, Instant at) implements MessageEvent {}
