package io.chatty.domain.user;

import java.time.Instant;

/**
 * A registered person.
 *
 * @param email shown to nobody but the person
 * @param passwordHash never leaves the server
 */
public record User(
        UserId id,
        EmailAddress email,
        DisplayName name,
        PasswordHash passwordHash,
        Preferences preferences,
        Instant createdAt) {

    /** A new user, with the preferences everybody starts with. */
    public static User register(
            UserId id, EmailAddress email, DisplayName name, PasswordHash passwordHash, Instant now) {
        return new User(id, email, name, passwordHash, Preferences.DEFAULT, now);
    }

    /** The public side of this user. */
    public Person person() {
        return new Person(id, name);
    }
}
