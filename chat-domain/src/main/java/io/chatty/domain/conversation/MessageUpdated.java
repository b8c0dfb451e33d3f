package io.chatty.domain.conversation;

import java.time.Instant;

/** A message was edited or reacted to. */
public record MessageUpdated(Message message, Instant at) implements MessageEvent {}
