package io.chatty.application.auth;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.SessionRevoked;
import java.time.Clock;
import java.time.Instant;

final class LogOutService implements LogOutUseCase {

    private final SessionRepository sessions;
    private final SessionNotifier notifier;
    private final Clock clock;

    LogOutService(SessionRepository sessions, SessionNotifier notifier, Clock clock) {
        this.sessions = sessions;
        this.notifier = notifier;
        this.clock = clock;
    }

    @Override
    public void logOut(Session session) {
        Instant now = clock.instant();
        if (sessions.revoke(session.id(), now)) {
            notifier.tell(new SessionRevoked(session.id(), session.userId(), now));
        }
    }
}
