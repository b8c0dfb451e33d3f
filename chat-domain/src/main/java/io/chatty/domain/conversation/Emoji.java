package io.chatty.domain.conversation;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.Texts;
import io.chatty.domain.ViolationCode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One emoji, as it was given: the forms of an emoji with and without variation selector are two.
 *
 * <p>What one emoji is follows UTS #51 section 1.4.9 (version 17.0): an emoji with or without skin tone or variation
 * selector or tags, several of them joined, a keycap, or a flag of two letters. It is decided by a table of our own, since
 * what the platform takes for one character differs between its versions.
 *
 * @param value at most 16 code points and 64 bytes of UTF-8
 */
public record Emoji(String value) {

    public static final int MAX_CODE_POINTS = 16;
    public static final int MAX_BYTES = 64;

    /** {@code 2194-2199} of the table becomes {@code \x{2194}-\x{2199}}. */
    private static final String CHARACTER =
            "[" + EmojiTable.CODE_POINTS.replaceAll("[0-9A-F]+", "\\\\x{$0}").replaceAll("\\s+", "") + "]";

    private static final String ELEMENT =
            CHARACTER + "(?:[\\x{1F3FB}-\\x{1F3FF}]|\\x{FE0F}|[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";
    private static final String JOINED = ELEMENT + "(?:\\x{200D}" + ELEMENT + ")*";
    private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";

    private static final Pattern ONE = Pattern.compile(JOINED + "|" + KEYCAP + "|" + FLAG);

    /** @throws InvalidValueException if it is not one emoji, or too long */
    public Emoji {
        if (Texts.length(value) > MAX_CODE_POINTS || value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidValueException(ViolationCode.TOO_LONG, "An emoji has at most 16 characters and 64 bytes.");
        }
        if (!ONE.matcher(value).matches()) {
            throw new InvalidValueException(ViolationCode.INVALID_FORMAT, "Exactly one emoji is expected.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
