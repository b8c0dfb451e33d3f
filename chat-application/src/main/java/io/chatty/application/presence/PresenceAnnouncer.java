package io.chatty.application.presence;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Decides who is told of whose presence, and what: of transitions, those who watch and may see them; when somebody was last
 * seen, only those with a message in common. A watcher is told only what is new to it: an event that says again what it knows
 * would give away that somebody hidden came or went.
 */
final class PresenceAnnouncer {

    private final PresenceRegistry registry;
    private final PresenceSights sights;
    private final PresenceNotifier notifier;
    private final Clock clock;
    private final StripedLocks locks = new StripedLocks();

    /** The last known state of everybody who is there: a transition is what differs from it. */
    private final Map<UserId, PresenceState> states = new ConcurrentHashMap<>();

    PresenceAnnouncer(PresenceRegistry registry, PresenceSights sights, PresenceNotifier notifier, Clock clock) {
        this.registry = registry;
        this.sights = sights;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Does something that may change a person's presence, and tells the watchers if it did. One such thing at a time per
     * person: otherwise two transitions could be told in the wrong order.
     */
    void around(UserId person, Runnable change) {
        locks.with(person, () -> {
            change.run();
            tellTransition(person);
        });
    }

    /** Tells the watchers of a person where he is now, if they do not know yet. */
    void refresh(UserId person) {
        locks.with(person, () -> tellTransition(person));
    }

    private void tellTransition(UserId person) {
        PresenceState state = registry.stateOf(person);
        if (state == states.getOrDefault(person, PresenceState.OFFLINE)) {
            return;
        }
        tellWatchers(person);
        if (state == PresenceState.OFFLINE) {
            states.remove(person);
        } else {
            states.put(person, state);
        }
    }

    private void tellWatchers(UserId person) {
        Map<ConnectionId, UserId> watchers = registry.watchersOf(person);
        if (watchers.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Function<UserId, Presence> shown = sights.shownTo(Set.copyOf(watchers.values()), person);
        watchers.forEach((watcher, viewer) -> tell(watcher, shown.apply(viewer), now));
    }

    /** Only with the lock of the person, so that what is remembered last is also what was told last. */
    private void tell(ConnectionId watcher, Presence shown, Instant now) {
        if (registry.show(watcher, shown)) {
            notifier.tell(watcher, new PresenceChanged(shown, now));
        }
    }

    /**
     * Tells one watcher where each of some people is now, where it does not know yet; a transition at the same moment is told
     * after it.
     */
    void tellNow(ConnectionId watcher, UserId viewer, Collection<UserId> people) {
        Function<UserId, Presence> seen = sights.seenBy(viewer, people);
        Instant now = clock.instant();
        people.forEach(person -> locks.with(person, () -> tell(watcher, seen.apply(person), now)));
    }

    /** What a viewer sees of some people, in their order. */
    List<Presence> seenBy(UserId viewer, Collection<UserId> people) {
        return people.stream().map(sights.seenBy(viewer, people)).toList();
    }
}
