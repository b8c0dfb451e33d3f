package io.chatty.testkit.presence;

import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A list of live and one of lingering connections, searched from end to end. */
public final class FakePresenceRegistry implements PresenceRegistry {

    private final Map<ConnectionId, Live> live = new HashMap<>();
    private final List<Lingering> lingering = new ArrayList<>();

    @Override
    public synchronized void connect(ConnectionId connection, UserId user) {
        live.putIfAbsent(connection, new Live(user, Activity.ACTIVE, Set.of(), new HashMap<>()));
    }

    @Override
    public synchronized void report(ConnectionId connection, Activity activity) {
        live.computeIfPresent(connection, (id, old) -> new Live(old.user(), activity, old.watched(), old.shown()));
    }

    @Override
    public synchronized Optional<UserId> leave(ConnectionId connection, Instant at, Instant lingerUntil) {
        Live gone = live.remove(connection);
        if (gone == null) {
            return Optional.empty();
        }
        if (lingerUntil.isAfter(at)) {
            lingering.add(new Lingering(gone, at, lingerUntil));
        }
        return Optional.of(gone.user());
    }

    @Override
    public synchronized Map<UserId, Instant> expire(Instant now) {
        List<Lingering> over =
                lingering.stream().filter(one -> !one.until().isAfter(now)).toList();
        lingering.removeAll(over);
        Map<UserId, Instant> ended = new HashMap<>();
        over.forEach(one -> ended.merge(one.gone().user(), one.leftAt(), (a, b) -> a.isAfter(b) ? a : b));
        return ended;
    }

    @Override
    public synchronized PresenceState stateOf(UserId user) {
        List<Activity> activities = Stream.concat(
                        live.values().stream(), lingering.stream().map(Lingering::gone))
                .filter(connection -> connection.user().equals(user))
                .map(Live::activity)
                .toList();
        if (activities.isEmpty()) {
            return PresenceState.OFFLINE;
        }
        return activities.contains(Activity.ACTIVE) ? PresenceState.ONLINE : PresenceState.AWAY;
    }

    @Override
    public synchronized Optional<UserId> userOf(ConnectionId connection) {
        return Optional.ofNullable(live.get(connection)).map(Live::user);
    }

    @Override
    public synchronized void watch(ConnectionId connection, Set<UserId> people) {
        live.computeIfPresent(connection, (id, old) -> new Live(old.user(), old.activity(), people, new HashMap<>()));
    }

    @Override
    public synchronized boolean show(ConnectionId watcher, Presence presence) {
        Live watching = live.get(watcher);
        if (watching == null || !watching.watched().contains(presence.userId())) {
            return false;
        }
        Presence before = watching.shown().put(presence.userId(), presence);
        return !presence.equals(before);
    }

    @Override
    public synchronized Map<ConnectionId, UserId> watchersOf(UserId user) {
        Map<ConnectionId, UserId> watchers = new HashMap<>();
        live.forEach((id, connection) -> {
            if (connection.watched().contains(user)) {
                watchers.put(id, connection.user());
            }
        });
        return watchers;
    }

    @Override
    public synchronized Map<ConnectionId, Set<UserId>> watchedBy(UserId user) {
        Map<ConnectionId, Set<UserId>> watched = new HashMap<>();
        live.forEach((id, connection) -> {
            if (connection.user().equals(user)) {
                watched.put(id, connection.watched());
            }
        });
        return watched;
    }

    private record Live(UserId user, Activity activity, Set<UserId> watched, Map<UserId, Presence> shown) {

        Live {
            watched = Set.copyOf(watched);
        }
    }

    private record Lingering(Live gone, Instant leftAt, Instant until) {}
}
