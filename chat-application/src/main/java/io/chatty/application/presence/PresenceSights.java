package io.chatty.application.presence;

import io.chatty.domain.ChatException;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.presence.PresenceState;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.Relation;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one person sees of another's presence: the state if both show theirs, no block stands and the viewer may
 * address the other; the time of last presence, to the minute, with a message in common as well. Everybody else is offline,
 * and so is to himself who shows no presence.
 */
final class PresenceSights {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final AcquaintanceRepository acquaintances;
    private final Relations relations;

    PresenceSights(
            PresenceRegistry registry,
            LastSeenRepository lastSeen,
            AcquaintanceRepository acquaintances,
            Relations relations) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.acquaintances = acquaintances;
        this.relations = relations;
    }

    /** What a viewer sees of each of some people, looked up once for all of them. */
    Function<UserId, Presence> seenBy(UserId viewer, Collection<UserId> people) {
        Map<UserId, Relation> known = relations.between(viewer, people);
        Set<UserId> acquainted = acquaintances.findAmong(viewer, known.keySet());
        Map<UserId, Instant> times = lastSeen.find(acquainted);
        boolean showsSelf = people.contains(viewer) && showsPresence(viewer);
        return person -> viewer.equals(person)
                ? ofSelf(viewer, showsSelf)
                : sight(person, known.get(person), acquainted.contains(person), times);
    }

    /**
     * What each of some viewers sees of a person. Where the store cannot say who they are to each other, those see nothing:
     * what is hidden stays hidden, and that somebody is gone is told whatever happens.
     */
    Function<UserId, Presence> shownTo(Set<UserId> viewers, UserId person) {
        Map<UserId, Relation> known = relationsOf(person, viewers);
        Set<UserId> acquainted = acquaintancesAmong(person, viewers);
        Map<UserId, Instant> times = acquainted.isEmpty() ? Map.of() : timesOf(person);
        boolean showsSelf = viewers.contains(person) && showsPresenceAsFarAsKnown(person);
        return viewer -> viewer.equals(person)
                ? ofSelf(person, showsSelf)
                : sight(person, known.get(viewer), acquainted.contains(viewer), times);
    }

    private Presence ofSelf(UserId person, boolean shown) {
        return shown ? new Presence(person, registry.stateOf(person), null) : Presence.hidden(person);
    }

    private Presence sight(UserId person, @Nullable Relation relation, boolean acquainted, Map<UserId, Instant> times) {
        if (relation == null
                || !relation.showsPresence()
                || !relation.account(person).isAddressable(acquainted)) {
            return Presence.hidden(person);
        }
        PresenceState state = registry.stateOf(person);
        boolean dated = acquainted && state == PresenceState.OFFLINE;
        Instant at = dated ? times.get(person) : null;
        return new Presence(person, state, at == null ? null : at.truncatedTo(ChronoUnit.MINUTES));
    }

    private boolean showsPresence(UserId person) {
        return relations
                .account(person)
                .filter(account -> !account.isDeleted() && account.preferences().presence())
                .isPresent();
    }

    private boolean showsPresenceAsFarAsKnown(UserId person) {
        try {
            return showsPresence(person);
        } catch (ChatException unavailable) {
            return false;
        }
    }

    private Map<UserId, Relation> relationsOf(UserId person, Set<UserId> viewers) {
        try {
            return relations.between(person, viewers);
        } catch (ChatException unavailable) {
            return Map.of();
        }
    }

    private Set<UserId> acquaintancesAmong(UserId person, Set<UserId> viewers) {
        try {
            return acquaintances.findAmong(person, viewers);
        } catch (ChatException unavailable) {
            return Set.of();
        }
    }

    private Map<UserId, Instant> timesOf(UserId person) {
        try {
            return lastSeen.find(Set.of(person));
        } catch (ChatException unavailable) {
            return Map.of();
        }
    }
}
