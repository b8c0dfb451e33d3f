package io.chatty.application.user;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserId;
import java.util.Optional;

/** Finds the person of a mailbox. Thread-safe. */
public interface LookUpPersonUseCase {

    /**
     * Empty for one's own mailbox, for one without an account, and for somebody whom the viewer may not address.
     *
     * @param from where the wish comes from
     * @throws io.chatty.domain.RateLimitedException if the viewer, or somebody from there, looked up too many
     */
    Optional<Person> lookUp(UserId viewer, EmailAddress email, ClientAddress from);
}
