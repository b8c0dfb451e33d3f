package io.chatty.application.presence;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.UserId;
import java.time.Clock;

final class ConnectService implements ConnectUseCase {

    private final PresenceRegistry registry;
    private final LastSeenRepository lastSeen;
    private final PresenceAnnouncer announcer;
    private final Clock clock;

    ConnectService(PresenceRegistry registry, LastSeenRepository lastSeen, PresenceAnnouncer announcer, Clock clock) {
        this.registry = registry;
        this.lastSeen = lastSeen;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public void connect(ConnectionId connection, UserId user) {
        // Noted also now, so that a crash of the server does not forget that the person was there.
        lastSeen.save(user, clock.instant());
        announcer.around(user, () -> registry.connect(connection, user));
    }
}
