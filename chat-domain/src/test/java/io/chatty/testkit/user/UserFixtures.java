package io.chatty.testkit.user;

import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.PasswordHash;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.Times;

/** People to test with. */
public final class UserFixtures {

    public static final User ANNA = userNamed("anna", "Anna Lee");
    public static final User BOB = userNamed("bob", "Bob Stone");
    public static final User CARA = userNamed("cara", "Cara Núñez");

    private UserFixtures() {}

    /** The user {@code u_<word>} with the mailbox {@code <word>@example.org}, called like the word. */
    public static User user(String word) {
        return userNamed(word, word);
    }

    /** The user {@code u_<word>} with the mailbox {@code <word>@example.org} and a name. */
    public static User userNamed(String word, String name) {
        return userWithEmail(word, word + "@example.org", name);
    }

    /** The user {@code u_<word>} with a mailbox and a name. */
    public static User userWithEmail(String word, String email, String name) {
        return User.register(
                new UserId("u_" + word),
                new EmailAddress(email),
                new DisplayName(name),
                new PasswordHash("hash of " + word),
                Times.NOW);
    }
}
