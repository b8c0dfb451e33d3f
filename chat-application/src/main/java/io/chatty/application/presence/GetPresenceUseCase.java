package io.chatty.application.presence;

import io.chatty.domain.presence.Presence;
import io.chatty.domain.user.UserId;
import java.util.List;

/** Looks where people are now. Thread-safe. */
public interface GetPresenceUseCase {

    /** The presence of each, in the given order; ids of nobody are offline. */
    List<Presence> get(UserId viewer, List<UserId> people);
}
