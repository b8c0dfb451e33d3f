package io.chatty.domain.user;

import java.time.Instant;

/** A person is called otherwise now, or his account is deleted. */
public record UserUpdated(Person person, Instant at) implements UserEvent {}
