package io.chatty.domain.presence;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Driven port: when people were last there, kept durably. Thread-safe. */
public interface LastSeenRepository {

    /**
     * Notes that a person was there; an earlier time than the stored one changes nothing. Does not wait for the disk: a
     * crash may cost the newest times.
     */
    void save(UserId user, Instant at);

    /** Forgets a person; what was saved before and is not on the disk yet does not get there any more. */
    void forget(UserId user);

    /** The stored times; people never seen are absent. */
    Map<UserId, Instant> find(Collection<UserId> users);
}
