package io.chatty.adapter.mongo.user;

import io.chatty.domain.user.Account;
import io.chatty.domain.user.Admission;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A user as it is stored.
 *
 * @param emailFolded unique
 * @param nameFolded orders the directory
 * @param nameTails the folded name from each of its words on, so that a prefix is a range
 * @param admission absent where the password opens any number of sessions
 */
@Document(UserDocument.COLLECTION)
record UserDocument(
        String id,
        String email,
        String emailFolded,
        String name,
        String nameFolded,
        List<String> nameTails,
        String passwordHash,
        @Nullable String admission,
        boolean readReceipts,
        boolean presence,
        boolean discoverable,
        Instant createdAt) {

    static final String COLLECTION = "users";
    static final String EMAIL = "email";
    static final String EMAIL_FOLDED = "emailFolded";
    static final String NAME = "name";
    static final String NAME_FOLDED = "nameFolded";
    static final String NAME_TAILS = "nameTails";
    static final String PASSWORD_HASH = "passwordHash";
    static final String ADMISSION = "admission";
    static final String READ_RECEIPTS = "readReceipts";
    static final String PRESENCE = "presence";
    static final String DISCOVERABLE = "discoverable";

    /** When the account was deleted. Then nothing of the above is there but the id, which stands where the mailbox stood. */
    static final String DELETED_AT = "deletedAt";

    /** Present while something of a deleted account may be left elsewhere. */
    static final String ERASING = "erasing";

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
                word(user.admission()),
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
                admission == null ? Admission.OPEN : Admission.valueOf(admission.toUpperCase(Locale.ROOT)),
                createdAt);
    }

    static @Nullable String word(Admission admission) {
        return admission == Admission.OPEN ? null : admission.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What decides what others see.
     *
     * @param name absent once the account is deleted, and the preferences too
     */
    @Document(COLLECTION)
    record Public(
            String id,
            @Nullable String name,
            @Nullable Boolean readReceipts,
            @Nullable Boolean presence,
            @Nullable Boolean discoverable) {

        Person person() {
            return new Person(new UserId(id), name == null ? null : new DisplayName(name));
        }

        Account account() {
            return new Account(person(), new Preferences(isOn(readReceipts), isOn(presence), isOn(discoverable)));
        }

        private static boolean isOn(@Nullable Boolean preference) {
            return preference == null || preference;
        }
    }

    @Override
    public String toString() {
        return "UserDocument[id=" + id + "]";
    }
}
