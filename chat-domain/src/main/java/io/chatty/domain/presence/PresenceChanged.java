package io.chatty.domain.presence;

import java.time.Instant;

/** A watched person came, went, or turned to or from the screen; also told once at the start of watching. */
public record PresenceChanged(Presence presence, Instant at) implements PresenceEvent {}
