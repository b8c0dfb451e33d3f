package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;

final class RevokeSessionsService implements RevokeSessionsUseCase {

    private final UserRepository users;
    private final SessionEnder ender;

    RevokeSessionsService(UserRepository users, SessionEnder ender) {
        this.users = users;
        this.ender = ender;
    }

    @Override
    public void revokeAll(EmailAddress email) {
        User user = users.findByEmail(email).orElseThrow(NOT_FOUND::refusal);
        ender.endAll(user.id(), null);
    }
}
