package io.chatty.adapter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.domain.user.UserIdGenerator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class CryptoConfigurationTest {

    @Test
    void providesEveryPort() {
        try (var context = contextWith(Map.of())) {
            assertThat(context.getBeansOfType(PasswordHasher.class)).hasSize(1);
            assertThat(context.getBeansOfType(CommonPasswordRegistry.class)).hasSize(1);
            assertThat(context.getBeansOfType(SessionIssuer.class)).hasSize(1);
            assertThat(context.getBeansOfType(UserIdGenerator.class)).hasSize(1);
            assertThat(context.getBeansOfType(ClientMessageIdGenerator.class)).hasSize(1);
        }
    }

    @Test
    void hashesAtStrength10ByDefault() {
        try (var context = contextWith(Map.of())) {
            assertThat(context.getBean(CryptoProperties.class))
                    .isEqualTo(new CryptoProperties(10, 100, Duration.ofSeconds(30)));
        }
    }

    @Test
    void takesItsPropertiesFromTheEnvironment() {
        Map<String, Object> properties = Map.of(
                "chatty.bcrypt-strength", "4", "chatty.bcrypt-max-waiting", "7", "chatty.bcrypt-max-wait", "500ms");
        try (var context = contextWith(properties)) {
            assertThat(context.getBean(CryptoProperties.class))
                    .isEqualTo(new CryptoProperties(4, 7, Duration.ofMillis(500)));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 100, 10", "32, 100, 10", "12, -1, 10", "12, 100, -1"})
    void refusesPropertiesOutOfRange(int strength, int maxWaiting, long maxWaitSeconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CryptoProperties(strength, maxWaiting, Duration.ofSeconds(maxWaitSeconds)))
                .withMessageStartingWith("chatty.bcrypt-");
    }

    private static AnnotationConfigApplicationContext contextWith(Map<String, Object> properties) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.register(CryptoConfiguration.class);
        context.refresh();
        return context;
    }
}
