package io.chatty.application.user;

import static io.chatty.domain.RateLimit.LOOKUPS;
import static io.chatty.domain.RateLimit.LOOKUPS_PER_ADDRESS;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.RateLimiter;
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
    private final RateLimiter limiter;

    LookUpPersonService(UserRepository users, Relations relations, RateLimiter limiter) {
        this.users = users;
        this.relations = relations;
        this.limiter = limiter;
    }

    @Override
    public Optional<Person> lookUp(UserId viewer, EmailAddress email, ClientAddress from) {
        limiter.take(LOOKUPS.by(viewer.value()), LOOKUPS_PER_ADDRESS.by(from));
        return users.findByEmail(email)
                .map(User::id)
                .filter(person -> !person.equals(viewer))
                .flatMap(person -> relations.addressable(viewer, person))
                .map(Account::person);
    }
}
