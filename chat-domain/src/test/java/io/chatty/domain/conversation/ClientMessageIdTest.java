package io.chatty.domain.conversation;

import static io.chatty.domain.InvalidValues.assertRefused;
import static io.chatty.domain.ViolationCode.INVALID_CHARACTER;
import static io.chatty.domain.ViolationCode.TOO_LONG;
import static io.chatty.domain.ViolationCode.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", ".", "_", "~", "-", "..", "018f6f1e-7d7a-7cc3-98c5-0f4f1a1b2c3d", "AZaz09._~-"})
    void keepsWhatTheClientCallsIt(String value) {
        assertThat(new ClientMessageId(value)).hasToString(value);
    }

    @Test
    void is1To64CharactersLong() {
        assertThat(new ClientMessageId("x".repeat(64)).value()).hasSize(64);
        assertRefused(TOO_SHORT, "", ClientMessageId::new);
        assertRefused(TOO_LONG, "x".repeat(65), ClientMessageId::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a b",
                "a\n",
                "\na",
                "a/b",
                "a:b",
                "a+b",
                "a=",
                "ä",
                "\uD83D\uDE00",
                "\0",
                "\uFF10",
                "\u0661"
            })
    void refusesOtherCharacters(String value) {
        assertRefused(INVALID_CHARACTER, value, ClientMessageId::new);
    }

    @Test
    void tellsUpperFromLowerCase() {
        assertThat(new ClientMessageId("a")).isNotEqualTo(new ClientMessageId("A"));
    }
}
