package io.chatty.domain.presence;

/** What a connection says of the person at its other end. */
public enum Activity {
    ACTIVE,
    AWAY
}
