package io.chatty.application.presence;

import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.Relations;
import java.time.Clock;

/** Puts the use cases of this feature together. */
public final class PresenceAssembly {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final Relations relations;
    private final PresenceAnnouncer announcer;
    private final Clock clock;

    public PresenceAssembly(
            PresenceRegistry registry,
            LastSeenRepository lastSeen,
            People people,
            PresenceNotifier notifier,
            Clock clock) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.relations = people.relations();
        this.clock = clock;
        PresenceSights sights = new PresenceSights(registry, lastSeen, people.acquaintances(), relations);
        this.announcer = new PresenceAnnouncer(registry, sights, notifier, clock);
        relations.follow(new PresenceFollower(registry, lastSeen, announcer, relations));
    }

    public ConnectUseCase connect() {
        return new ConnectService(registry, lastSeen, announcer, clock);
    }

    public DisconnectUseCase disconnect() {
        return new DisconnectService(registry, lastSeen, relations, announcer, clock);
    }

    public ReportActivityUseCase reportActivity() {
        return new ReportActivityService(registry, announcer);
    }

    public WatchPresenceUseCase watchPresence() {
        return new WatchPresenceService(registry, announcer);
    }

    public GetPresenceUseCase getPresence() {
        return new GetPresenceService(announcer);
    }

    public ExpirePresenceUseCase expirePresence() {
        return new ExpirePresenceService(registry, announcer, clock);
    }

    /** Who people are to each other. */
    public record People(Relations relations, AcquaintanceRepository acquaintances) {}
}
