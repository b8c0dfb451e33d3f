package io.chatty.application.auth;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.SessionRevoked;
import io.chatty.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides how a session ends: first in the store, so that nobody comes in with it any more, then its connections. */
final class SessionEnder {

    private final SessionRepository sessions;
    private final SessionNotifier notifier;
    private final Clock clock;

    SessionEnder(SessionRepository sessions, SessionNotifier notifier, Clock clock) {
        this.sessions = sessions;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** Ends one session; one that is over already stays so. */
    void end(Session session) {
        Instant now = clock.instant();
        if (sessions.revoke(session.id(), now)) {
            tell(session, now);
        }
    }

    /**
     * Ends all sessions of a user.
     *
     * @param except one that goes on, or null
     */
    void endAll(UserId user, @Nullable SessionId except) {
        Instant now = clock.instant();
        sessions.revokeAll(user, except, now).forEach(ended -> tell(ended, now));
    }

    private void tell(Session session, Instant now) {
        notifier.tell(new SessionRevoked(session.id(), session.userId(), now));
    }
}
