package io.chatty.domain.user;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The accounts of those of the ids that were ever given out, deleted ones too. */
    Map<UserId, Account> findAccounts(Collection<UserId> ids);

    /**
     * Changes a profile. Of changes at once none is lost.
     *
     * @return the user after it; empty if there is none
     */
    Optional<User> change(UserId id, ProfileChange change);

    /**
     * Replaces the password hash and what it is good for, if both are still the expected user's.
     *
     * @param expected the user before
     * @return whether they were replaced; of many at once exactly one is true
     */
    boolean replacePassword(User expected, PasswordHash replacement, Admission then);

    /** Decides whether a person's password opens a session; nothing if there is no such user. */
    void admit(UserId id, Admission admission);

    /**
     * Deletes an account: from now on there is no such user, the mailbox is free, and nothing personal is left of the user
     * here. Whose account it was is remembered as somebody whose {@linkplain #findUnfinishedDeletions() deletion is not
     * finished}.
     *
     * @return whether this call deleted it; of many at once exactly one is true
     */
    boolean delete(UserId id, Instant now);

    /** Those whose accounts are deleted while something of theirs may be left elsewhere. */
    List<UserId> findUnfinishedDeletions();

    /** Nothing is left of a deleted user anywhere. */
    void finishDeletion(UserId id);

    /**
     * A page of all users, ordered by id.
     *
     * @param after the last one of the page before, or null for the first page
     * @param limit most users, from 1
     */
    List<User> list(@Nullable UserId after, int limit);

    /** A page of the discoverable people, ordered by {@link DirectoryPosition}. */
    List<Person> browse(DirectoryQuery query);
}
