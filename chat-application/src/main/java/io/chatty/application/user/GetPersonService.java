package io.chatty.application.user;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.Person;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;

final class GetPersonService implements GetPersonUseCase {

    private final UserRepository users;

    GetPersonService(UserRepository users) {
        this.users = users;
    }

    @Override
    public Person get(UserId person) {
        return users.findById(person).map(User::person).orElseThrow(NOT_FOUND::refusal);
    }
}
