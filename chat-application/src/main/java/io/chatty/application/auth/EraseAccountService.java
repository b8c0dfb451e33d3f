package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;

final class EraseAccountService implements EraseAccountUseCase {

    private final UserRepository users;
    private final AccountEraser eraser;

    EraseAccountService(UserRepository users, AccountEraser eraser) {
        this.users = users;
        this.eraser = eraser;
    }

    @Override
    public void erase(EmailAddress email) {
        User user = users.findByEmail(email).orElseThrow(NOT_FOUND::refusal);
        eraser.erase(user.id());
    }
}
