package io.chatty.domain.user;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;

/**
 * What a person is called. Need not be unique.
 *
 * @param value trimmed, 1 to 60 code points, at least one of them visible, no control characters and none that turns the
 *     reading direction of the text around it
 */
public record DisplayName(String value) {

    public static final int MAX_CODE_POINTS = 60;

    /** @throws InvalidValueException if it breaks a rule */
    public DisplayName {
        value = Texts.trim(value);
        if (Texts.length(value) > MAX_CODE_POINTS) {
            throw new InvalidValueException(ViolationCode.TOO_LONG, "A name has at most 60 characters.");
        }
        if (value.isEmpty()) {
            throw new InvalidValueException(ViolationCode.TOO_SHORT, "A name has at least one character.");
        }
        if (Texts.hasUnpairedSurrogate(value)
                || Texts.hasControl(value, c -> false)
                || Texts.hasDirectionOverride(value)) {
            throw new InvalidValueException(
                    ViolationCode.INVALID_CHARACTER, "A name has no control or direction characters.");
        }
        if (!Texts.isVisible(value)) {
            throw new InvalidValueException(ViolationCode.NOT_VISIBLE, "A name shows at least one character.");
        }
    }
}
