package io.chatty.application.presence;

import io.chatty.domain.presence.Activity;
import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.presence.PresenceRegistry;

final class ReportActivityService implements ReportActivityUseCase {

    private final PresenceRegistry registry;
    private final PresenceAnnouncer announcer;

    ReportActivityService(PresenceRegistry registry, PresenceAnnouncer announcer) {
        this.registry = registry;
        this.announcer = announcer;
    }

    @Override
    public void report(ConnectionId connection, Activity activity) {
        registry.userOf(connection)
                .ifPresent(user -> announcer.around(user, () -> registry.report(connection, activity)));
    }
}
