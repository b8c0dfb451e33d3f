package io.chatty.domain.conversation;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import java.util.regex.Pattern;

/**
 * What the sender's program calls a message before the server has numbered it: unique per conversation and sender for
 * ever, so that a repeat is recognised.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9._~-]}
 */
public record ClientMessageId(String value) {

    public static final int MAX_LENGTH = 64;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]+");

    /** @throws InvalidValueException if it breaks a rule */
    public ClientMessageId {
        if (value.isEmpty()) {
            throw new InvalidValueException(ViolationCode.TOO_SHORT, "A client message id has at least one character.");
        }
        if (value.length() > MAX_LENGTH) {
            throw new InvalidValueException(ViolationCode.TOO_LONG, "A client message id has at most 64 characters.");
        }
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    ViolationCode.INVALID_CHARACTER, "A client message id holds only A-Z a-z 0-9 . _ ~ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
