package io.chatty.domain.user;

import java.time.Instant;

/** Something happened to a user that others must know. */
public sealed interface UserEvent permits UserUpdated {

    Instant at();
}
