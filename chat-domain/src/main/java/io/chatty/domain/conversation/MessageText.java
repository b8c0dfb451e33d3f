package io.chatty.domain.conversation;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;

/**
 * What a message says. Kept code point by code point: nothing is trimmed, cut, escaped or normalised.
 *
 * @param value 1 to 4,000 code points, at least one of them visible; of the control characters only tab, LF and CR, no
 *     unpaired surrogates
 */
public record MessageText(String value) {

    public static final int MAX_CODE_POINTS = 4_000;

    /** @throws InvalidValueException if it breaks a rule */
    public MessageText {
        if (value.isEmpty()) {
            throw new InvalidValueException(ViolationCode.TOO_SHORT, "A text has at least one character.");
        }
        if (Texts.length(value) > MAX_CODE_POINTS) {
            throw new InvalidValueException(ViolationCode.TOO_LONG, "A text has at most 4,000 characters.");
        }
        if (Texts.hasUnpairedSurrogate(value) || Texts.hasControl(value, MessageText::isTextControl)) {
            throw new InvalidValueException(
                    ViolationCode.INVALID_CHARACTER, "A text has no control characters and no unpaired surrogates.");
        }
        if (!Texts.isVisible(value)) {
            throw new InvalidValueException(ViolationCode.NOT_VISIBLE, "A text shows at least one character.");
        }
    }

    /** Hides the text, which belongs into no log. */
    @Override
    public String toString() {
        return "MessageText[hidden]";
    }

    private static boolean isTextControl(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }
}
