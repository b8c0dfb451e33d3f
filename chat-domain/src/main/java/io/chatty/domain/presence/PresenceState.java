package io.chatty.domain.presence;

/** What others see of a person. */
public enum PresenceState {
    ONLINE,
    AWAY,
    OFFLINE
}
