package io.chatty.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.presence.PresenceRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class MemoryConfigurationTest {

    @Test
    void providesTheRegistryOfPresence() {
        try (var context = new AnnotationConfigApplicationContext(MemoryConfiguration.class)) {
            assertThat(context.getBeansOfType(PresenceRegistry.class)).hasSize(1);
        }
    }
}
