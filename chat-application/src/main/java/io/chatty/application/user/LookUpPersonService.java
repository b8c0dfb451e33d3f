package io.chatty.application.user;

import io.chatty.domain.user.Account;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.Optional;

final class LookUpPersonService implements LookUpPersonUseCase {

    private final UserRepository users;
    private final Relations relations;

    LookUpPersonService(UserRepository users, Relations relations) {
        this.users = users;
        this.relations = relations;
    }

    @Override
    public Optional<Person> lookUp(UserId viewer, EmailAddress email) {
        return users.findByEmail(email)
                .map(User::id)
                .filter(person -> !person.equals(viewer))
                .flatMap(person -> relations.addressable(viewer, person))
                .map(Account::person);
    }
}
