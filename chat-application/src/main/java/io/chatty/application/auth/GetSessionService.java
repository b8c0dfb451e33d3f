package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.user.UserId;
import java.time.Clock;

final class GetSessionService implements GetSessionUseCase {

    private final SessionRepository sessions;
    private final Clock clock;

    GetSessionService(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Session get(UserId me, SessionId session) {
        return sessions.findById(session)
                .filter(found -> found.userId().equals(me) && found.isLive(clock.instant()))
                .orElseThrow(NOT_FOUND::refusal);
    }
}
