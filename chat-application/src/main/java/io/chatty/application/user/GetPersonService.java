package io.chatty.application.user;

import static io.chatty.domain.ErrorCode.NOT_FOUND;

import io.chatty.domain.user.Account;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserId;

final class GetPersonService implements GetPersonUseCase {

    private final Relations relations;

    GetPersonService(Relations relations) {
        this.relations = relations;
    }

    @Override
    public Person get(UserId viewer, UserId person) {
        return relations.addressable(viewer, person).map(Account::person).orElseThrow(NOT_FOUND::refusal);
    }
}
