package io.chatty.domain;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * How a text that people wrote is judged: in Unicode code points, by tables of the Unicode character database, never by
 * graphemes, whose borders differ between versions of the platform.
 */
public final class Texts {

    private Texts() {}

    /** Number of code points. An unpaired surrogate counts as one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text without white space at its ends, no-break spaces included. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a code point is white space, be it one that breaks a line or not. All of them are below U+10000. */
    public static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether the text holds a surrogate without its other half, which has no form in UTF-8. */
    public static boolean hasUnpairedSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /**
     * The text without case: two that differ in case only have the same one, also where the one form has another length
     * ({@code ß}, {@code SS}) or depends on its place (final sigma). Folding it again changes nothing.
     */
    public static String foldCase(String text) {
        // Lower case first for capitals that only lower case resolves (U+1E9E), then upper for letters that it expands.
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
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
            default -> !isDrawnAsNothing(c);
        };
    }

    /**
     * Letters and symbols that Unicode draws as nothing, and the places it keeps for more of them
     * (Default_Ignorable_Code_Point); other unassigned ones may be emoji of a newer version and count as visible.
     */
    private static boolean isDrawnAsNothing(int c) {
        boolean hangulFiller = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
        boolean emptyBrailleCell = c == 0x2800;
        boolean nullNotehead = c == 0x1D159;
        boolean reserved = c == 0x2065 || (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF);
        return hangulFiller || emptyBrailleCell || nullNotehead || reserved;
    }
}
