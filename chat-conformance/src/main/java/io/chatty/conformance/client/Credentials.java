package io.chatty.conformance.client;

import java.util.Locale;

/**
 * What somebody registers and signs in with.
 *
 * @param name shown to others
 * @param email never shown to others
 * @param password within what the server accepts
 */
public record Credentials(String name, String email, String password) {

    /** Somebody who exists nowhere yet. */
    public static Credentials invent(String firstName) {
        String word = RandomWords.letters(10);
        String mailbox = firstName.toLowerCase(Locale.ROOT) + "." + word;
        return new Credentials(firstName + " " + word, mailbox + "@example.org", RandomWords.letters(20));
    }

    /** The name and the e-mail; the password stays unsaid. */
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
