package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class StompPropertiesTest {

    private static StompProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("chatty.limits", StompProperties.class);
    }

    @Test
    void hasTheDocumentedDefaults() {
        StompProperties limits = bind(Map.of());

        assertThat(limits.frameBytes()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(limits.framesPerSecond()).isEqualTo(100);
        assertThat(limits.frameBurst()).isEqualTo(200);
        assertThat(limits.socketsPerUser()).isEqualTo(20);
        assertThat(limits.subscriptionsPerSession()).isEqualTo(8);
        assertThat(limits.unauthenticatedSocketsPerAddress()).isEqualTo(200);
        assertThat(limits.sendBufferBytes()).isEqualTo(DataSize.ofKilobytes(512));
        assertThat(limits.sendTimeLimit()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.silenceLimit()).isEqualTo(Duration.ofSeconds(25));
        assertThat(limits.pingInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.watchPerMinute()).isEqualTo(6);
        assertThat(limits.typingInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "frame-bytes,0",
        "sockets-per-user,0",
        "frames-per-second,-1",
        "ping-interval,0s",
        "ping-interval,13s",
        "sweep-interval,11s",
        "frame-bytes,2MB"
    })
    void refusesALimitThatMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("chatty.limits." + name, value)))
                .rootCause()
                .hasMessageContaining("chatty.limits.");
    }
}
