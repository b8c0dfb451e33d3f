package io.chatty.domain.auth;

/** The SHA-256 of a session token, in lower-case hexadecimal digits. */
public record TokenHash(String value) {}
