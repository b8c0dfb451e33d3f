package io.chatty.application.auth;

import io.chatty.domain.auth.Session;

final class EndOtherSessionsService implements EndOtherSessionsUseCase {

    private final SessionEnder ender;

    EndOtherSessionsService(SessionEnder ender) {
        this.ender = ender;
    }

    @Override
    public void endOthers(Session current) {
        ender.endAll(current.userId(), current.id());
    }
}
