package io.chatty.domain;

import java.util.function.IntPredicate;

/**
 * How a text that people wrote is judged: in Unicode code points, by tables of the Unicode character database, never by
 * graphemes, whose borders differ between versions of the platform.
 */
public final class Texts {

    private static final int BRAILLE_BLANK = 0x2800;

    private Texts() {}

    /** Number of code points. An unpaired surrogate counts as one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether the text holds a surrogate without its other half, which has no form in UTF-8. */
    public static boolean hasUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Whether at least one code point leaves ink on paper: not only white space, marks without a base and fillers. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Texts::leavesInk);
    }

    /** Whether any code point is a control character (category Cc) other than those the predicate allows. */
    public static boolean hasControl(String text, IntPredicate allowed) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL && !allowed.test(c));
    }

    /** Whether the text can turn the reading direction of what stands around it (UAX #9: embeddings, overrides, isolates). */
    public static boolean hasDirectionOverride(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    }

    private static boolean leavesInk(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !isBlankLetter(c);
        };
    }

    /** Letters and symbols that Unicode draws as nothing: the Hangul fillers and the empty Braille cell. */
    private static boolean isBlankLetter(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == BRAILLE_BLANK;
    }
}
