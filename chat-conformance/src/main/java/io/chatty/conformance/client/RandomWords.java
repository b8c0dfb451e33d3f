package io.chatty.conformance.client;

import java.security.SecureRandom;

/** Words nobody used before: names that find one person, client ids that repeat nothing. Thread-safe. */
public final class RandomWords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomWords() {}

    /** So many random letters from a to z. */
    public static String letters(int length) {
        return RANDOM.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A {@code clientMessageId} with more than 100 random bits. */
    public static String clientMessageId() {
        return letters(24);
    }
}
