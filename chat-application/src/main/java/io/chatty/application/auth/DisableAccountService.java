package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.Admission;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;

final class DisableAccountService implements DisableAccountUseCase {

    private final UserRepository users;
    private final SessionEnder ender;

    DisableAccountService(UserRepository users, SessionEnder ender) {
        this.users = users;
        this.ender = ender;
    }

    @Override
    public void disable(EmailAddress email) {
        User user = users.findByEmail(email).orElseThrow(NOT_FOUND::refusal);
        users.admit(user.id(), Admission.DISABLED);
        ender.endAll(user.id(), null);
    }
}
