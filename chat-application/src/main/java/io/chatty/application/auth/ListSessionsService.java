package io.chatty.application.auth;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.util.List;

final class ListSessionsService implements ListSessionsUseCase {

    private final SessionRepository sessions;
    private final Clock clock;

    ListSessionsService(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public List<Session> list(UserId me) {
        return sessions.findLive(me, clock.instant());
    }
}
