package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.AUTHENTICATION_REQUIRED;

import io.chatty.domain.ChatException;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.auth.SessionToken;
import java.time.Clock;
import java.time.Instant;

final class AuthenticateService implements AuthenticateUseCase {

    private final SessionRepository sessions;
    private final Clock clock;

    AuthenticateService(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Authenticated authenticate(SessionToken token) {
        Instant now = clock.instant();
        Session session = sessions.findByTokenHash(token.hash()).orElseThrow(AUTHENTICATION_REQUIRED::refusal);
        session.checkLive(now);
        if (!session.isTouchDue(now)) {
            return new Authenticated(session, false);
        }
        Session touched = session.touch(now);
        try {
            sessions.touch(touched);
        } catch (ChatException unavailable) {
            // Whoever may come in comes in also while the store cannot write; the next use is noted instead.
            return new Authenticated(session, false);
        }
        return new Authenticated(touched, touched.expiresAt().isAfter(session.expiresAt()));
    }
}
