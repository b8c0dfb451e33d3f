package io.chatty.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.presence.PresenceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void writesLowerCaseWithHyphens() {
        assertThat(Words.write(ViolationCode.NOT_VISIBLE)).isEqualTo("not-visible");
        assertThat(Words.write(PresenceState.OFFLINE)).isEqualTo("offline");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(ViolationCode code) {
        assertThat(Words.read(ViolationCode.class, Words.write(code))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not_visible", "NOT-VISIBLE", "not-visible ", "notvisible"})
    void readsNothingElse(String word) {
        assertThatThrownBy(() -> Words.read(ViolationCode.class, word))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.of("word").code()).isEqualTo(ViolationCode.UNKNOWN_VALUE));
    }
}
