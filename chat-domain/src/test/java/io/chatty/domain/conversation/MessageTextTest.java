package io.chatty.domain.conversation;

import static io.chatty.domain.InvalidValues.assertRefused;
import static io.chatty.domain.ViolationCode.INVALID_CHARACTER;
import static io.chatty.domain.ViolationCode.NOT_VISIBLE;
import static io.chatty.domain.ViolationCode.TOO_LONG;
import static io.chatty.domain.ViolationCode.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "  Three is fine  ",
                "\tone\r\ntwo\n",
                "<img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp;",
                "'; DROP TABLE message; --",
                "e\u0301 is not \u00E9",
                "\uFB01",
                "\u202Eright to left",
                "שלום \u2067mixed\u2069",
                "{\"$gt\": \"\"}",
                "%s %n ${x}",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66",
                "\uD83C\uDDE9\uD83C\uDDEA",
                "1\uFE0F\u20E3",
                "\u200B.\u200B",
                "\uFEFFa",
                "\u2028a\u2029",
                "\uFFFF",
                "\uE000"
            })
    void keepsATextCodePointByCodePoint(String value) {
        assertThat(new MessageText(value).value()).isEqualTo(value);
    }

    @Test
    void is1To4000CodePointsLong() {
        String longest = "\uD83D\uDE00".repeat(4_000);

        assertThat(new MessageText(longest).value()).isEqualTo(longest);
        assertThat(new MessageText("e" + "\u0301".repeat(3_999)).value()).hasSize(4_000);
        assertRefused(TOO_SHORT, "", MessageText::new);
        assertRefused(TOO_LONG, longest + "x", MessageText::new);
        assertRefused(TOO_LONG, " ".repeat(4_001), MessageText::new);
        assertRefused(TOO_LONG, "x".repeat(1_000_000), MessageText::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\0b",
                "\0",
                "a\u0001",
                "a\bb",
                "a\u000Bb",
                "a\fb",
                "\u001B[2J",
                "a\u007Fb",
                "a\u0080b",
                "a\u0085b",
                "a\u009Fb",
                "a\uD83D",
                "\uDE00a",
                "\uDE00\uD83D"
            })
    void refusesControlsAndUnpairedSurrogates(String value) {
        assertRefused(INVALID_CHARACTER, value, MessageText::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t\r\n",
                "\u00A0",
                "\u3000\u2003",
                "\u200B",
                "\u200B\u200C\u200D\u2060\uFEFF",
                "\u2028",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\u2800",
                "\u0301\u0302",
                "\uFE0F",
                "\u202E\u202C",
                "\uDB40\uDC41",
                "\uD834\uDD59",
                "\u180E",
                "\u00AD",
                "\u034F"
            })
    void refusesWhatNobodySees(String value) {
        assertRefused(NOT_VISIBLE, value, MessageText::new);
        assertRefused(NOT_VISIBLE, " " + value.repeat(100) + "\n", MessageText::new);
    }

    @Test
    void tellsTextsApartThatOnlyLookTheSame() {
        assertThat(new MessageText("e\u0301")).isNotEqualTo(new MessageText("\u00E9"));
    }

    @Test
    void hidesTheText() {
        assertThat(new MessageText("Three is fine")).hasToString("MessageText[hidden]");
    }
}
