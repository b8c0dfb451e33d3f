package io.chatty.application.presence;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceRegistry;
import java.time.Clock;
import java.time.Instant;

final class DisconnectService implements DisconnectUseCase {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final PresenceAnnouncer announcer;
    private final Clock clock;

    DisconnectService(
            PresenceRegistry registry, LastSeenRepository lastSeen, PresenceAnnouncer announcer, Clock clock) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public void disconnect(ConnectionId connection, Farewell farewell) {
        Instant now = clock.instant();
        Instant until = farewell == Farewell.LOST ? now.plus(LINGER) : now;
        registry.userOf(connection).ifPresent(user -> {
            lastSeen.save(user, now);
            announcer.around(user, () -> registry.leave(connection, now, until));
        });
    }
}
