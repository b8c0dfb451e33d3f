package io.chatty.adapter.mongo.user;

import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.NameKey;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.Preferences;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A user as it is stored.
 *
 * @param emailFolded unique
 * @param nameFolded orders the directory
 * @param nameTails the folded name from each of its words on, so that a prefix is a range
 */
@Document("users")
record UserDocument(
        String id,
        String email,
        String emailFolded,
        String name,
        String nameFolded,
        List<String> nameTails,
        String passwordHash,
        boolean readReceipts,
        boolean presence,
        boolean discoverable,
        Instant createdAt) {

    static UserDocument of(User user) {
        NameKey nameKey = NameKey.of(user.name().value());
        return new UserDocument(
                user.id().value(),
                user.email().value(),
                user.email().folded(),
                user.name().value(),
                nameKey.value(),
                nameKey.tails(),
                user.passwordHash().value(),
                user.preferences().readReceipts(),
                user.preferences().presence(),
                user.preferences().discoverable(),
                user.createdAt());
    }

    User user() {
        return new User(
                new UserId(id),
                new EmailAddress(email),
                new DisplayName(name),
                new PasswordHash(passwordHash),
                new Preferences(readReceipts, presence, discoverable),
                createdAt);
    }

    /** The public side. */
    @Document("users")
    record Public(String id, String name) {

        Person person() {
            return new Person(new UserId(id), new DisplayName(name));
        }
    }

    @Override
    public String toString() {
        return "UserDocument[id=" + id + "]";
    }
}
