package io.chatty.domain.auth;

import static io.chatty.domain.InvalidValues.assertRefused;
import static io.chatty.domain.ViolationCode.INVALID_CHARACTER;
import static io.chatty.domain.ViolationCode.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientLabelTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Firefox on Anna's laptop", "curl/8.5.0", "\uD83D\uDCF1", "\u200B"})
    void keepsALabelAsItIsWritten(String value) {
        assertThat(new ClientLabel(value).value()).isEqualTo(value);
    }

    @Test
    void isAtMost100CodePointsLong() {
        String longest = "\uD83D\uDE00".repeat(100);

        assertThat(new ClientLabel(longest).value()).isEqualTo(longest);
        assertRefused(TOO_LONG, longest + "x", ClientLabel::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\u001B[31mb", "a\u0085b", "a\uD83Db"})
    void refusesControls(String value) {
        assertRefused(INVALID_CHARACTER, value, ClientLabel::new);
    }
}
