package io.chatty.adapter.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class WebPropertiesTest {

    private static final DataSize FRAME = DataSize.ofKilobytes(64);

    @ParameterizedTest
    @ValueSource(strings = {"-1B", "0B", "1023B", "17MB"})
    void refuseALimitThatCannotBeMeant(String bytes) {
        assertThatThrownBy(() -> new WebProperties(DataSize.parse(bytes), FRAME))
                .hasMessage("chatty.limits.body-bytes is from 1KB to 16MB");
    }

    @Test
    void acceptTheBounds() {
        assertThatCode(() -> new WebProperties(DataSize.ofKilobytes(1), FRAME)).doesNotThrowAnyException();
        assertThatCode(() -> new WebProperties(DataSize.ofMegabytes(16), FRAME)).doesNotThrowAnyException();
    }
}
