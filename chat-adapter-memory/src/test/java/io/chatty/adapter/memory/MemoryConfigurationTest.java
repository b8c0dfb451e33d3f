package io.chatty.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.RateLimits;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.testkit.RateFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class MemoryConfigurationTest {

    @Test
    void providesWhatIsVolatile() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(RateLimits.class, RateFixtures::plenty);
            context.register(MemoryConfiguration.class);
            context.refresh();
            assertThat(context.getBeansOfType(PresenceRegistry.class)).hasSize(1);
            assertThat(context.getBeansOfType(RateLimiter.class)).hasSize(1);
        }
    }

    @Test
    void countsSomebody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryProperties(0));
    }
}
