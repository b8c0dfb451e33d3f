package io.chatty.application.presence;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.UserId;
import java.util.Set;

final class WatchPresenceService implements WatchPresenceUseCase {

    private final PresenceRegistry registry;
    private final PresenceAnnouncer announcer;

    WatchPresenceService(PresenceRegistry registry, PresenceAnnouncer announcer) {
        this.registry = registry;
        this.announcer = announcer;
    }

    @Override
    public void watch(ConnectionId connection, Set<UserId> people) {
        registry.userOf(connection).ifPresent(viewer -> {
            // Watching starts before the first word: what changes in between is then told, never missed.
            registry.watch(connection, people);
            announcer.tellNow(connection, viewer, people);
        });
    }
}
