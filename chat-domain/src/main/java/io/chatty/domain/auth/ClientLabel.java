package io.chatty.domain.auth;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;

/**
 * How the program calls itself that a person signed in with, for the person to recognise the session by.
 *
 * @param value at most 100 code points, no control characters
 */
public record ClientLabel(String value) {

    public static final int MAX_CODE_POINTS = 100;

    /** @throws InvalidValueException if it breaks a rule */
    public ClientLabel {
        if (Texts.length(value) > MAX_CODE_POINTS) {
            throw new InvalidValueException(ViolationCode.TOO_LONG, "A client has at most 100 characters.");
        }
        if (Texts.hasUnpairedSurrogate(value) || Texts.hasControl(value, c -> false)) {
            throw new InvalidValueException(ViolationCode.INVALID_CHARACTER, "A client has no control characters.");
        }
    }
}
