package io.chatty.domain.user;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;

/**
 * The mailbox a person registers with. Kept as written but for white space around it; two that differ in case only are
 * the same mailbox, see {@link #folded()}.
 *
 * @param value at most 254 code points (the longest path of RFC 5321), one {@code @} with something on both sides, no
 *     white space or control characters
 */
public record EmailAddress(String value) {

    public static final int MAX_CODE_POINTS = 254;

    /** @throws InvalidValueException if it cannot be an e-mail address */
    public EmailAddress {
        value = Texts.trim(value);
        if (Texts.length(value) > MAX_CODE_POINTS) {
            throw new InvalidValueException(ViolationCode.TOO_LONG, "An e-mail has at most 254 characters.");
        }
        if (Texts.hasUnpairedSurrogate(value) || Texts.hasControl(value, c -> false) || hasSpace(value)) {
            throw new InvalidValueException(
                    ViolationCode.INVALID_CHARACTER, "An e-mail has no white space or control characters.");
        }
        int at = value.indexOf('@');
        if (at < 1 || at == value.length() - 1 || value.indexOf('@', at + 1) >= 0) {
            throw new InvalidValueException(
                    ViolationCode.INVALID_FORMAT, "An e-mail has one @ with something on both sides.");
        }
    }

    /** The form that is unique: two addresses with the same one are one mailbox. */
    public String folded() {
        return Texts.foldCase(value);
    }

    /** Hides the address: it is personal and does not belong into a log. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }

    private static boolean hasSpace(String value) {
        return value.codePoints().anyMatch(Texts::isSpace);
    }
}
