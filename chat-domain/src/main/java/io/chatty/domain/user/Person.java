package io.chatty.domain.user;

/** What everybody may know about a user. */
public record Person(UserId id, DisplayName name) {}
