package io.chatty.application.user;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;

final class GetMeService implements GetMeUseCase {

    private final UserRepository users;

    GetMeService(UserRepository users) {
        this.users = users;
    }

    @Override
    public User get(UserId me) {
        return users.findById(me).orElseThrow(NOT_FOUND::refusal);
    }
}
