package io.chatty.domain.presence;

import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Driven port: the live connections, who they belong to, and whom they watch. Volatile. Thread-safe; each call is atomic.
 */
public interface PresenceRegistry {

    /** A connection of a person is live and active. Connecting twice changes nothing. */
    void connect(ConnectionId connection, UserId user);

    /** A connection says what its person does. Unknown and lingering connections are ignored. */
    void report(ConnectionId connection, Activity activity);

    /**
     * A connection is gone and watches nobody any more.
     *
     * @param at when it was last known to live
     * @param lingerUntil until then the person still counts as present, unless equal to {@code at}: a reload of a page
     *     does not make its person flicker
     * @return whose connection it was; empty for one that is unknown or already left
     */
    Optional<UserId> leave(ConnectionId connection, Instant at, Instant lingerUntil);

    /**
     * Ends what lingers.
     *
     * @return the people who may have become absent: each with the time of {@code leave} of the connection that ended
     */
    Map<UserId, Instant> expire(Instant now);

    /** Online while one connection is active, away while there are only others, else offline. */
    PresenceState stateOf(UserId user);

    /** The person behind a connection that is live. */
    Optional<UserId> userOf(ConnectionId connection);

    /** Replaces whom a connection watches; nothing was shown to it yet. Ignored for a connection that is not live. */
    void watch(ConnectionId connection, Set<UserId> people);

    /**
     * A connection is about to be shown the presence of a person whom it watches. Remembered as long as it watches.
     *
     * @return whether it is shown something else now than it was last; false for a connection that does not watch the person
     */
    boolean show(ConnectionId watcher, Presence presence);

    /** Whom the live connections of a person watch, each by itself. */
    Map<ConnectionId, Set<UserId>> watchedBy(UserId user);

    /** The live connections that watch a person, each with the person behind it. */
    Map<ConnectionId, UserId> watchersOf(UserId user);
}
