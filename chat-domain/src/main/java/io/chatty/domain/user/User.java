package io.chatty.domain.user;

import java.time.Instant;

/**
 * A registered person.
 *
 * @param email shown to nobody but the person
 * @param passwordHash never leaves the server
 * @param admission whether the password opens a session
 */
public record User(
        UserId id,
        EmailAddress email,
        DisplayName name,
        PasswordHash passwordHash,
        Preferences preferences,
        Admission admission,
        Instant createdAt) {

    /** A new user, with the preferences everybody starts with. */
    public static User register(
            UserId id, EmailAddress email, DisplayName name, PasswordHash passwordHash, Instant now) {
        return new User(id, email, name, passwordHash, Preferences.DEFAULT, Admission.OPEN, now);
    }

    /** This user with another profile. */
    public User change(ProfileChange change) {
        return new User(
                id,
                email,
                change.name() == null ? name : change.name(),
                passwordHash,
                preferences.change(change),
                admission,
                createdAt);
    }

    /** This user with another admission. */
    public User admitted(Admission then) {
        return withPassword(passwordHash, then);
    }

    /** Whether the password opens a session. */
    public boolean isAdmitted() {
        return admission == Admission.OPEN || admission == Admission.ONCE;
    }

    /** Whether another state of this user has the same password, good for the same. */
    public boolean hasPasswordOf(User other) {
        return passwordHash.equals(other.passwordHash) && admission == other.admission;
    }

    /** This user with another password. */
    public User withPassword(PasswordHash replacement, Admission then) {
        return new User(id, email, name, replacement, preferences, then, createdAt);
    }

    /** The public side of this user. */
    public Person person() {
        return new Person(id, name);
    }
}
