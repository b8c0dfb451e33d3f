package io.chatty.domain.user;

import static io.chatty.domain.InvalidValues.assertRefused;
import static io.chatty.domain.ViolationCode.INVALID_CHARACTER;
import static io.chatty.domain.ViolationCode.NOT_VISIBLE;
import static io.chatty.domain.ViolationCode.TOO_LONG;
import static io.chatty.domain.ViolationCode.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Anna Lee",
                "Núñez",
                "N\u0303",
                "李小龍",
                "محمد",
                "שלום",
                "नमस्ते",
                "O'Neil-Smith, Jr.",
                "<b>Bob</b>",
                "'; DROP TABLE user; --",
                "\uD83D\uDE00",
                FAMILY,
                "a\u200Db",
                "\u200F\u05E9",
                "${jndi:ldap://x}"
            })
    void keepsANameAsItIsWritten(String value) {
        assertThat(new DisplayName(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" Anna Lee", "Anna Lee ", "\t\r\nAnna Lee\n", "\u3000Anna Lee\u2003", "\u00a0Anna Lee\u202f"})
    void trimsWhiteSpaceAroundIt(String value) {
        assertThat(new DisplayName(value).value()).isEqualTo("Anna Lee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n ", "\u3000", "\u00A0"})
    void refusesNothing(String value) {
        assertRefused(TOO_SHORT, value, DisplayName::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u200D\u200D",
                "\uFEFF",
                "\u2060",
                "\u00AD",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\u2800\u2800",
                "\u0301\u0301",
                "\uFE0F",
                "\uDB40\uDC41",
                "\uDB40\uDD01",
                "\u200B \u3164",
                "\uD834\uDD59"
            })
    void refusesWhatNobodySees(String value) {
        assertRefused(NOT_VISIBLE, value, DisplayName::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An\0na",
                "An\nna",
                "An\tna",
                "An\u0007na",
                "An\u001Bna",
                "An\u007Fna",
                "An\u0085na",
                "An\u009Bna",
                "\u202EannA",
                "An\u202Ana",
                "Anna\u202C",
                "An\u2066na",
                "Anna\u2069",
                "An\uD83Dna",
                "Anna\uDE00"
            })
    void refusesControlsAndWhatTurnsTheDirection(String value) {
        assertRefused(INVALID_CHARACTER, value, DisplayName::new);
    }

    @Test
    void isAtMost60CodePointsLong() {
        String longest = "\uD83D\uDE00".repeat(60);

        assertThat(new DisplayName(" " + longest + " ").value()).isEqualTo(longest);
        assertThat(new DisplayName("e" + "\u0301".repeat(59)).value()).hasSize(60);
        assertRefused(TOO_LONG, longest + "x", DisplayName::new);
        assertRefused(TOO_LONG, "e" + "\u0301".repeat(3_000), DisplayName::new);
        assertRefused(TOO_LONG, (FAMILY + " ").repeat(7) + FAMILY, DisplayName::new);
    }
}
