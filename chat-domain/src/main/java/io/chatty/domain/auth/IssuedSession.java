package io.chatty.domain.auth;

/** Id and token of a session about to be opened. The token is given to its owner now and is unknown to anybody after. */
public record IssuedSession(SessionId id, SessionToken token) {}
