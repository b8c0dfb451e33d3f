package io.chatty.application.presence;

import io.chatty.domain.presence.Presence;
import io.chatty.domain.user.UserId;
import java.util.List;

final class GetPresenceService implements GetPresenceUseCase {

    private final PresenceAnnouncer announcer;

    GetPresenceService(PresenceAnnouncer announcer) {
        this.announcer = announcer;
    }

    @Override
    public List<Presence> get(UserId viewer, List<UserId> people) {
        return announcer.seenBy(viewer, people);
    }
}
