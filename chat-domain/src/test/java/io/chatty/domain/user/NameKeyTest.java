package io.chatty.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Anna Lee, anna lee",
        "NÚÑEZ, nunez",
        "Nu\u0301n\u0303ez, nunez",
        "Ångström, angstrom",
        "Straße, strasse",
        "STRAẞE, strasse",
        "\uFB01n, fin",
        "\uFF21\uFF4E\uFF4E\uFF41, anna",
        "\u0130stanbul, istanbul",
        "Σίσυφος, σισυφοσ",
        "ΣΊΣΥΦΟΣ, σισυφοσ",
        "Йод, иод",
        "李, 李",
        "\uD83D\uDE00, \uD83D\uDE00",
        "'', ''"
    })
    void foldsCaseAndAccents(String name, String key) {
        assertThat(NameKey.of(name).value()).isEqualTo(key);
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("Anna", List.of("anna")),
                Arguments.of("Anna Lee Smith", List.of("anna lee smith", "lee smith", "smith")),
                Arguments.of("Jean-Luc O'Neil", List.of("jean-luc o'neil", "luc o'neil", "o'neil", "neil")),
                Arguments.of("(Bob)", List.of("(bob)", "bob)")),
                Arguments.of("R2 D2", List.of("r2 d2", "d2")),
                Arguments.of("Anna \uD83D\uDE00", List.of("anna \uD83D\uDE00")),
                Arguments.of("\uD83D\uDE00", List.of("\uD83D\uDE00")),
                Arguments.of("李 小龍", List.of("李 小龍", "小龍")));
    }

    @ParameterizedTest
    @MethodSource("words")
    void startsATailWithEachWord(String name, List<String> tails) {
        assertThat(NameKey.of(name).tails()).containsExactlyElementsOf(tails);
    }

    @ParameterizedTest
    @CsvSource({
        "anna, Anna Lee Smith",
        "LEE S, Anna Lee Smith",
        "nun, Cara Núñez",
        "ñu, Bob Nuñez",
        "stras, Straße",
        "ΟΔΟΣ, οδοσείρα",
        "οδος, ΟΔΟΣΕΊΡΑ",
        "\uD83D\uDE00, \uD83D\uDE00 Bob"
    })
    void findsANameByTheBeginningOfAWord(String typed, String name) {
        assertThat(NameKey.of(name).tails())
                .anyMatch(tail -> tail.startsWith(NameKey.of(typed).value()));
    }

    @ParameterizedTest
    @CsvSource({"nna, Anna Lee", "smith lee, Anna Lee Smith", "ee, Anna Lee"})
    void findsNoNameByTheMiddleOfAWord(String typed, String name) {
        assertThat(NameKey.of(name).tails())
                .noneMatch(tail -> tail.startsWith(NameKey.of(typed).value()));
    }

    @Test
    void saysEachTailOnce() {
        assertThat(NameKey.of("Bora  Bora").tails()).containsExactly("bora  bora", "bora");
    }

    /** What is folded is stored and compared with what is folded later. */
    @Test
    void foldsToTheSameWhenFoldedAgain() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            NameKey key = NameKey.of("x" + Character.toString(c) + "x");
            assertThat(NameKey.of(key.value())).as(Integer.toHexString(c)).isEqualTo(key);
        }
    }

    @Test
    void keepsThousandsOfMarksFromCostingMuch() {
        assertThat(NameKey.of("e" + "\u0301".repeat(100_000))).isEqualTo(NameKey.of("e"));
    }
}
