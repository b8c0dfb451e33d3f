package io.chatty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "\uD83D\uDE00, 1",
        "\uD83D, 1",
        "\uDE00\uD83D, 2",
        "e\u0301, 2",
        // A family is four people and three joiners, whatever it looks like.
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66, 7"
    })
    void countsCodePoints(String text, int length) {
        assertThat(Texts.length(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uD83D", "\uD83Da", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void findsUnpairedSurrogates(String text) {
        assertThat(Texts.hasUnpairedSurrogate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\uD83D\uDE00", "\uE000", "\uFFFF"})
    void findsNoUnpairedSurrogateWhereThereIsNone(String text) {
        assertThat(Texts.hasUnpairedSurrogate(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna, anna",
        "ANNA, anna",
        "Straße, strasse",
        "STRASSE, strasse",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "\u212A, k",
        "\u017F, s",
        "\uFB01, fi",
        "\u01C4, \u01C6",
        "\u01C5, \u01C6",
        "\u0130, i\u0307",
        "É, é",
        "\uD801\uDC00, \uD801\uDC28"
    })
    void foldsCase(String text, String folded) {
        assertThat(Texts.foldCase(text)).isEqualTo(folded);
    }

    /** What was folded and stored is compared with what is folded now. */
    @Test
    void foldsToTheSameWhenFoldedAgainOrWrittenInTheOtherCase() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String text = "x" + Character.toString(c) + "x";
            String folded = Texts.foldCase(text);

            assertThat(Texts.foldCase(folded)).as(Integer.toHexString(c)).isEqualTo(folded);
            assertThat(Texts.foldCase(text.toUpperCase(Locale.ROOT)))
                    .as(Integer.toHexString(c))
                    .isEqualTo(folded);
            assertThat(Texts.foldCase(text.toLowerCase(Locale.ROOT)))
                    .as(Integer.toHexString(c))
                    .isEqualTo(folded);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "white space and controls, 09 0A 20 00 7F 85",
        "spaces and separators, A0 1680 2003 202F 205F 3000 2028 2029",
        "format characters, AD 61C 180E 200B 200C 200D 200E 2060 2066 FEFF 1D173",
        "marks without a base, 301 34F 20DD 17B4",
        "variation selectors, FE0F E0101",
        "Hangul fillers, 115F 1160 3164 FFA0",
        "empty Braille cell and null notehead, 2800 1D159",
        "tags, E0001 E0041 E007F",
        "reserved for more of these, 2065 FFF0 E0000 E0200 E0FFF",
        "unpaired surrogates, D800 DFFF"
    })
    void seesNothing(String what, String codePoints) {
        assertThat(textsOf(codePoints)).allSatisfy(text -> {
            assertThat(Texts.isVisible(text)).isFalse();
            assertThat(Texts.isVisible(text.repeat(3) + " \u200B" + text)).isFalse();
            assertThat(Texts.isVisible(text + "." + text)).isTrue();
        });
    }

    @Test
    void seesNothingInNothing() {
        assertThat(Texts.isVisible("")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "letters and digits, 61 30 E4 5D0 627 915 AC00 4E00",
        "a mark that takes space, 93E",
        "punctuation, 2E 23",
        "a Braille cell with a dot, 2801",
        "emoji, 1F600 2764 1F1E9",
        "emoji unknown to older tables, 1FAE8 1FAEF",
        "private use and replacement, E000 FFFC FFFD"
    })
    void seesInk(String what, String codePoints) {
        assertThat(textsOf(codePoints)).allMatch(Texts::isVisible);
    }

    @Test
    void takesExactlyTheCategoryCcForControls() {
        assertThat(codePointsWhere(text -> Texts.hasControl(text, c -> false)))
                .hasSize(65)
                .allMatch(c -> c <= 0x1F || (c >= 0x7F && c <= 0x9F));
    }

    @Test
    void letsAllowedControlsPass() {
        assertThat(Texts.hasControl("a\tb", c -> c == '\t')).isFalse();
        assertThat(Texts.hasControl("a\tb\n", c -> c == '\t')).isTrue();
    }

    @Test
    void takesEmbeddingsOverridesAndIsolatesForDirectionOverrides() {
        assertThat(codePointsWhere(Texts::hasDirectionOverride))
                .containsExactly(
                        0x202A, 0x202B, 0x202C, 0x202D, 0x202E, // LRE, RLE, PDF, LRO, RLO
                        0x2066, 0x2067, 0x2068, 0x2069); // LRI, RLI, FSI, PDI
    }

    /** A text of each code point of a list in hexadecimal digits. */
    private static List<String> textsOf(String codePoints) {
        return Stream.of(codePoints.split(" "))
                .map(digits -> Character.toString(Integer.parseInt(digits, 16)))
                .toList();
    }

    private static List<Integer> codePointsWhere(Predicate<String> rule) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> rule.test(Character.toString(c)))
                .boxed()
                .toList();
    }
}
