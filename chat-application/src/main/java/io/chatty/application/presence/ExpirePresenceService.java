package io.chatty.application.presence;

import io.chatty.domain.presence.PresenceRegistry;
import java.time.Clock;

final class ExpirePresenceService implements ExpirePresenceUseCase {

    private final PresenceRegistry registry;
    private final PresenceAnnouncer announcer;
    private final Clock clock;

    ExpirePresenceService(PresenceRegistry registry, PresenceAnnouncer announcer, Clock clock) {
        this.registry = registry;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public void expire() {
        registry.expire(clock.instant()).keySet().forEach(announcer::refresh);
    }
}
