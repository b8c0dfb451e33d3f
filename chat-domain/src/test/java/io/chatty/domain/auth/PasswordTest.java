package io.chatty.domain.auth;

import static io.chatty.domain.InvalidValues.assertRefused;
import static io.chatty.domain.ViolationCode.INVALID_CHARACTER;
import static io.chatty.domain.ViolationCode.TOO_COMMON;
import static io.chatty.domain.ViolationCode.TOO_LONG;
import static io.chatty.domain.ViolationCode.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.testkit.auth.FakeCommonPasswordRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final String GRIN = "\uD83D\uDE00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet 7",
                "        ",
                "пароль12",
                "p\u00E4ssw\u00F6rt",
                "tab\tand\nline",
                "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B",
                "012345678901234567890123456789012345678901234567890123456789012345678901",
                GRIN + GRIN + GRIN + GRIN + GRIN + GRIN + GRIN + GRIN,
                "<script>alert(1)</script>",
                "anna.lee@example.com"
            })
    void canBeChosen(String value) {
        assertThatCode(() -> choose(value)).doesNotThrowAnyException();
        assertThat(new Password(value).isHashable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "violet7", GRIN + GRIN + GRIN + GRIN + GRIN + GRIN + GRIN})
    void hasAtLeast8CodePoints(String value) {
        assertRefused(TOO_SHORT, value, PasswordTest::choose);
    }

    @Test
    void hasAtMost72Bytes() {
        assertRefused(TOO_LONG, "x".repeat(73), PasswordTest::choose);
        assertRefused(TOO_LONG, "x".repeat(71) + "ä", PasswordTest::choose);
        assertRefused(TOO_LONG, GRIN.repeat(18) + "x", PasswordTest::choose);
        assertRefused(TOO_LONG, "x".repeat(1_000_000), PasswordTest::choose);
        assertThatCode(() -> choose("x".repeat(70) + "ä")).doesNotThrowAnyException();
        assertThatCode(() -> choose(GRIN.repeat(18))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"violet\0seven", "\0violet seven", "violet seven\uD83D", "\uDE00violet seven"})
    void holdsNothingThatCannotBeHashed(String value) {
        assertRefused(INVALID_CHARACTER, value, PasswordTest::choose);
        assertThat(new Password(value).isHashable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna.lee@example.org",
                "ANNA.LEE@EXAMPLE.ORG",
                "anna.lee",
                "Anna.Lee",
                " anna.lee ",
                "Anna Lee",
                "anna lee",
                "ANNA LEE",
                "password",
                "PASSWORD",
                "12345678"
            })
    void isNotWhatOthersGuess(String value) {
        assertRefused(TOO_COMMON, value, PasswordTest::choose);
    }

    @Test
    void isHashableUpTo72Bytes() {
        assertThat(new Password("").isHashable()).isTrue();
        assertThat(new Password("x".repeat(72)).isHashable()).isTrue();
        assertThat(new Password("x".repeat(73)).isHashable()).isFalse();
        assertThat(new Password("€".repeat(24)).isHashable()).isTrue();
        assertThat(new Password("€".repeat(24) + "x").isHashable()).isFalse();
    }

    @Test
    void hidesThePassword() {
        assertThat(new Password("violet 7")).hasToString("Password[hidden]");
    }

    private static Password choose(String value) {
        Password password = new Password(value);
        password.checkChoice(
                new EmailAddress("Anna.Lee@example.org"),
                new DisplayName("Anna Lee"),
                new FakeCommonPasswordRegistry());
        return password;
    }
}
