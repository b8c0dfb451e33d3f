package io.chatty.application.presence;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;
import java.util.Set;

/** Watches people come and go. Thread-safe. */
public interface WatchPresenceUseCase {

    /** Most people one connection watches. */
    int MAX_WATCHED = 200;

    /**
     * Replaces whom a connection watches. It is told once where each of them is now, and then of every change. Ids of
     * nobody are offline for ever. Ignored for a connection that is gone.
     *
     * @param people at most {@link #MAX_WATCHED}
     */
    void watch(ConnectionId connection, Set<UserId> people);
}
