package io.chatty.application.presence;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceChanged;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is told of whose presence, and what: transitions, to those who watch; when somebody was last seen only to
 * those with a message in common.
 */
final class PresenceAnnouncer {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final ConversationRepository conversations;
    private final PresenceNotifier notifier;
    private final Clock clock;
    private final StripedLocks locks = new StripedLocks();

    /** What was told last of everybody who is there: a transition is what differs from it. */
    private final Map<UserId, PresenceState> told = new ConcurrentHashMap<>();

    PresenceAnnouncer(
            PresenceRegistry registry,
            LastSeenRepository lastSeen,
            ConversationRepository conversations,
            PresenceNotifier notifier,
            Clock clock) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.conversations = conversations;
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
        tellWatchers(person, state);
        if (state == PresenceState.OFFLINE) {
            told.remove(person);
        } else {
            told.put(person, state);
        }
    }

    private void tellWatchers(UserId person, PresenceState state) {
        var watchers = registry.watchersOf(person);
        if (watchers.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Presence bare = new Presence(person, state, null);
        if (state != PresenceState.OFFLINE) {
            watchers.keySet().forEach(watcher -> notifier.tell(watcher, new PresenceChanged(bare, now)));
            return;
        }
        Set<UserId> acquaintances = acquaintancesOf(person);
        Presence full = acquaintances.isEmpty() ? bare : dated(bare);
        watchers.forEach((watcher, viewer) ->
                notifier.tell(watcher, new PresenceChanged(acquaintances.contains(viewer) ? full : bare, now)));
    }

    private Presence dated(Presence bare) {
        try {
            UserId person = bare.userId();
            return new Presence(person, bare.state(), lastSeenAt(person, lastSeen.find(Set.of(person))));
        } catch (ChatException unavailable) {
            return bare;
        }
    }

    /** Nobody where the store cannot say: that somebody is gone matters more than since when. */
    private Set<UserId> acquaintancesOf(UserId person) {
        try {
            return new HashSet<>(conversations.acquaintancesOf(person));
        } catch (ChatException unavailable) {
            return Set.of();
        }
    }

    /** Tells one watcher where each of some people is now; a transition at the same moment is told after it. */
    void tellNow(ConnectionId watcher, UserId viewer, Collection<UserId> people) {
        Sight sight = sightOf(viewer, people);
        Instant now = clock.instant();
        people.forEach(person ->
                locks.with(person, () -> notifier.tell(watcher, new PresenceChanged(sight.of(person), now))));
    }

    /** What a viewer sees of some people, in their order. */
    List<Presence> seenBy(UserId viewer, Collection<UserId> people) {
        Sight sight = sightOf(viewer, people);
        return people.stream().map(sight::of).toList();
    }

    private Sight sightOf(UserId viewer, Collection<UserId> people) {
        return new Sight(Set.copyOf(conversations.acquaintancesOf(viewer)), lastSeen.find(people));
    }

    /** What a viewer may know beyond the state itself, looked up once for many people. */
    private final class Sight {

        private final Set<UserId> acquaintances;
        private final Map<UserId, Instant> times;

        Sight(Set<UserId> acquaintances, Map<UserId, Instant> times) {
            this.acquaintances = acquaintances;
            this.times = times;
        }

        Presence of(UserId person) {
            PresenceState state = registry.stateOf(person);
            boolean dated = state == PresenceState.OFFLINE && acquaintances.contains(person);
            return new Presence(person, state, dated ? lastSeenAt(person, times) : null);
        }
    }

    private static @Nullable Instant lastSeenAt(UserId person, Map<UserId, Instant> times) {
        Instant at = times.get(person);
        return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
    }
}
