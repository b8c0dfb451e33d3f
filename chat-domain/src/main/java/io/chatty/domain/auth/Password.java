package io.chatty.domain.auth;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import java.nio.charset.StandardCharsets;

/**
 * A password as a person typed it. Any text can be typed and compared; the rules hold only when one is chosen, see
 * {@link #checkChoice}.
 */
public record Password(String value) {

    public static final int MIN_CODE_POINTS = 8;

    /** bcrypt looks at no more bytes than this; a longer password is refused, never cut. */
    public static final int MAX_BYTES = 72;

    /**
     * Whether it can be hashed without losing a part of it: at most {@link #MAX_BYTES} bytes of UTF-8, no unpaired
     * surrogate (which has no bytes of its own) and no NUL (at which bcrypt's key repeats itself).
     */
    public boolean isHashable() {
        return utf8Length() <= MAX_BYTES && !Texts.hasUnpairedSurrogate(value) && value.indexOf('\0') < 0;
    }

    /**
     * Checks that a person may choose it.
     *
     * @throws InvalidValueException if it is too short or too long, cannot be hashed, or is easy to guess: the e-mail,
     *     the part of it before the {@code @}, the name, or a common password
     */
    public void checkChoice(EmailAddress email, DisplayName name, CommonPasswordRegistry common) {
        if (Texts.length(value) < MIN_CODE_POINTS) {
            throw new InvalidValueException(ViolationCode.TOO_SHORT, "A password has at least 8 characters.");
        }
        if (utf8Length() > MAX_BYTES) {
            throw new InvalidValueException(ViolationCode.TOO_LONG, "A password has at most 72 bytes of UTF-8.");
        }
        if (!isHashable()) {
            throw new InvalidValueException(
                    ViolationCode.INVALID_CHARACTER, "A password has no NUL and no unpaired surrogates.");
        }
        if (isOneOf(email.value(), localPart(email), name.value()) || common.contains(this)) {
            throw new InvalidValueException(ViolationCode.TOO_COMMON, "A password is not one that others can guess.");
        }
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "Password[hidden]";
    }

    private int utf8Length() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    private boolean isOneOf(String... guesses) {
        for (String guess : guesses) {
            if (fold(value).equals(fold(guess))) {
                return true;
            }
        }
        return false;
    }

    private static String localPart(EmailAddress email) {
        return email.value().substring(0, email.value().indexOf('@'));
    }

    private static String fold(String text) {
        return Texts.foldCase(Texts.trim(text));
    }
}
