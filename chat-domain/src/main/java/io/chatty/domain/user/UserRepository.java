package io.chatty.domain.user;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Driven port: the users, kept durably. Thread-safe. What a call has stored, every later call sees.
 *
 * <p>Every method may throw {@code TEMPORARILY_UNAVAILABLE}.
 */
public interface UserRepository {

    /**
     * Stores a new user.
     *
     * @return false, with nothing stored, if another user has this {@linkplain EmailAddress#folded() mailbox}; of many
     *     attempts at once for one mailbox exactly one is stored
     */
    boolean add(User user);

    Optional<User> findById(UserId id);

    Optional<User> findByEmail(EmailAddress email);

    /** The public sides of those of the ids that exist. */
    Map<UserId, Person> findPeople(Collection<UserId> ids);

    /**
     * Replaces the password hash, if it is still the expected one.
     *
     * @return whether it was replaced
     */
    boolean replacePasswordHash(UserId id, PasswordHash expected, PasswordHash replacement);

    /** A page of the discoverable people, ordered by {@link DirectoryPosition}. */
    List<Person> browse(DirectoryQuery query);
}
