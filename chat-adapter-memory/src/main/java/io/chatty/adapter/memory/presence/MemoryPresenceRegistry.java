package io.chatty.adapter.memory.presence;

import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * One lock around a few maps: every call is a handful of look-ups, so nobody waits long. Watching is kept in both
 * directions, so that a transition costs its watchers and a leaving connection what it watched.
 */
@Component
final class MemoryPresenceRegistry implements PresenceRegistry {

    /** The live ones. */
    private final Map<ConnectionId, Connection> connections = new HashMap<>();

    /** The live and the lingering ones of each person who has any. */
    private final Map<UserId, Set<Connection>> present = new HashMap<>();

    /** The live ones that watch a person, for each who is watched. */
    private final Map<UserId, Set<Connection>> watchers = new HashMap<>();

    private final Queue<Lingering> lingering = new PriorityQueue<>(Comparator.comparing(Lingering::until));

    @Override
    public synchronized void connect(ConnectionId id, UserId user) {
        if (!connections.containsKey(id)) {
            Connection connection = new Connection(id, user);
            connections.put(id, connection);
            add(present, user, connection);
        }
    }

    @Override
    public synchronized void report(ConnectionId id, Activity activity) {
        Connection connection = connections.get(id);
        if (connection != null) {
            connection.activity = activity;
        }
    }

    @Override
    public synchronized Optional<UserId> leave(ConnectionId id, Instant at, Instant lingerUntil) {
        Connection connection = connections.remove(id);
        if (connection == null) {
            return Optional.empty();
        }
        replaceWatched(connection, Set.of());
        if (lingerUntil.isAfter(at)) {
            lingering.add(new Lingering(connection, at, lingerUntil));
        } else {
            remove(present, connection.user, connection);
        }
        return Optional.of(connection.user);
    }

    @Override
    public synchronized Map<UserId, Instant> expire(Instant now) {
        Map<UserId, Instant> ended = new HashMap<>();
        while (!lingering.isEmpty() && !lingering.element().until().isAfter(now)) {
            Lingering over = lingering.remove();
            UserId user = over.connection().user;
            remove(present, user, over.connection());
            ended.merge(user, over.leftAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return ended;
    }

    @Override
    public synchronized PresenceState stateOf(UserId user) {
        Set<Connection> own = present.get(user);
        if (own == null) {
            return PresenceState.OFFLINE;
        }
        boolean active = own.stream().anyMatch(connection -> connection.activity == Activity.ACTIVE);
        return active ? PresenceState.ONLINE : PresenceState.AWAY;
    }

    @Override
    public synchronized Optional<UserId> userOf(ConnectionId id) {
        return Optional.ofNullable(connections.get(id)).map(connection -> connection.user);
    }

    @Override
    public synchronized void watch(ConnectionId id, Set<UserId> people) {
        Connection connection = connections.get(id);
        if (connection != null) {
            replaceWatched(connection, Set.copyOf(people));
        }
    }

    @Override
    public synchronized boolean show(ConnectionId watcher, Presence presence) {
        Connection connection = connections.get(watcher);
        return connection != null
                && connection.watched.contains(presence.userId())
                && !presence.equals(connection.shown.put(presence.userId(), presence));
    }

    @Override
    public synchronized Map<ConnectionId, UserId> watchersOf(UserId user) {
        Map<ConnectionId, UserId> found = new HashMap<>();
        watchers.getOrDefault(user, Set.of()).forEach(watcher -> found.put(watcher.id, watcher.user));
        return found;
    }

    @Override
    public synchronized Map<ConnectionId, Set<UserId>> watchedBy(UserId user) {
        Map<ConnectionId, Set<UserId>> found = new HashMap<>();
        present.getOrDefault(user, Set.of()).stream()
                .filter(connection -> connections.get(connection.id) == connection)
                .forEach(connection -> found.put(connection.id, connection.watched));
        return found;
    }

    private void replaceWatched(Connection connection, Set<UserId> people) {
        connection.watched.forEach(person -> remove(watchers, person, connection));
        people.forEach(person -> add(watchers, person, connection));
        connection.watched = people;
        connection.shown = new HashMap<>();
    }

    private static void add(Map<UserId, Set<Connection>> index, UserId key, Connection connection) {
        index.computeIfAbsent(key, k -> new HashSet<>()).add(connection);
    }

    private static void remove(Map<UserId, Set<Connection>> index, UserId key, Connection connection) {
        index.computeIfPresent(key, (k, entries) -> {
            entries.remove(connection);
            return entries.isEmpty() ? null : entries;
        });
    }

    /** Compared by identity: a lingering connection is another one than a live one of the same id. */
    private static final class Connection {

        private final ConnectionId id;
        private final UserId user;
        private Activity activity = Activity.ACTIVE;
        private Set<UserId> watched = Set.of();

        /** What it was shown last of those it watches. */
        private Map<UserId, Presence> shown = new HashMap<>();

        Connection(ConnectionId id, UserId user) {
            this.id = id;
            this.user = user;
        }
    }

    private record Lingering(Connection connection, Instant leftAt, Instant until) {}
}
