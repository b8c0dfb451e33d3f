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
 * Decides who is told of whose presence, and what: transitions, to those who watch and may see them; when somebody was last
 * seen only to those with a message in common.
 */
final class PresenceAnnouncer {

    private final PresenceRegistry registry;
    private final PresenceSights sights;
    private final PresenceNotifier notifier;
    private final Clock clock;
    private final StripedLocks locks = new StripedLocks();

    /** What was told last of everybody who is there: a transition is what differs from it. */
    private final Map<UserId, PresenceState> told = new ConcurrentHashMap<>();

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
        if (state == told.getOrDefault(person, PresenceState.OFFLINE)) {
            return;
        }
        tellWatchers(person);
        if (state == PresenceState.OFFLINE) {
            told.remove(person);
        } else {
            told.put(person, state);
        }
    }

    private void tellWatchers(UserId person) {
        Map<ConnectionId, UserId> watchers = registry.watchersOf(person);
        if (watchers.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Function<UserId, Presence> shown = sights.shownTo(Set.copyOf(watchers.values()), person);
        watchers.forEach((watcher, viewer) -> notifier.tell(watcher, new PresenceChanged(shown.apply(viewer), now)));
    }

    /** Tells one watcher where each of some people is now; a transition at the same moment is told after it. */
    void tellNow(ConnectionId watcher, UserId viewer, Collection<UserId> people) {
        Function<UserId, Presence> seen = sights.seenBy(viewer, people);
        Instant now = clock.instant();
        people.forEach(person ->
                locks.with(person, () -> notifier.tell(watcher, new PresenceChanged(seen.apply(person), now))));
    }

    /** What a viewer sees of some people, in their order. */
    List<Presence> seenBy(UserId viewer, Collection<UserId> people) {
        return people.stream().map(sights.seenBy(viewer, people)).toList();
    }
}
