package io.chatty.application.auth;

import io.chatty.domain.auth.Session;

final class LogOutService implements LogOutUseCase {

    private final SessionEnder ender;

    LogOutService(SessionEnder ender) {
        this.ender = ender;
    }

    @Override
    public void logOut(Session session) {
        ender.end(session);
    }
}
