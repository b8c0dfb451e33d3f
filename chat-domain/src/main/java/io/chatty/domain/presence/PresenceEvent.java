package io.chatty.domain.presence;

import java.time.Instant;

/** Something about a person's presence that those who watch must know. */
public sealed interface PresenceEvent permits PresenceChanged {

    Instant at();
}
