package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionId;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.user.UserId;

final class EndSessionService implements EndSessionUseCase {

    private final SessionRepository sessions;
    private final SessionEnder ender;

    EndSessionService(SessionRepository sessions, SessionEnder ender) {
        this.sessions = sessions;
        this.ender = ender;
    }

    @Override
    public void end(UserId me, SessionId session) {
        Session found = sessions.findById(session)
                .filter(known -> known.userId().equals(me))
                .orElseThrow(NOT_FOUND::refusal);
        ender.end(found);
    }
}
