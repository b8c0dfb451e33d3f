package io.chatty.wire;

/** What everybody may know about a user. */
public record PersonResponse(String id, String name) {}
