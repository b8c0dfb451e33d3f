package io.chatty.application.user;

import io.chatty.domain.user.BlockPosition;
import io.chatty.domain.user.Person;

/** Somebody whom a person blocks. */
public record BlockedPerson(Person person, BlockPosition position) {}
