package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.adapter.stomp.Destination.Use;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsExactPathAndUseOnly(Destination destination) {
        Use other = destination.use() == Use.SEND ? Use.SUBSCRIBE : Use.SEND;

        assertThat(Destination.find(destination.use(), destination.path())).isEqualTo(destination);
        assertThat(Destination.find(other, destination.path())).isNull();
        assertThat(Destination.find(destination.use(), destination.path() + "/"))
                .isNull();
        assertThat(Destination.find(destination.use(), destination.path().toUpperCase(Locale.ROOT)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/**", "/queue/**", "/user/**", "/topic/x", "/user/u_1/queue/events"})
    void isNeverAPattern(String path) {
        assertThat(Destination.find(Use.SUBSCRIBE, path)).isNull();
        assertThat(Destination.find(Use.SEND, path)).isNull();
    }
}
