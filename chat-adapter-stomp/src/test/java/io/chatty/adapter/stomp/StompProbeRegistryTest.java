package io.chatty.adapter.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.testkit.conversation.ProbeRegistryContract;
import io.chatty.wire.Events;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StompProbeRegistryTest extends ProbeRegistryContract {

    private final StompProperties limits = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("chatty.limits", StompProperties.class);
    private final SessionDirectory directory = new SessionDirectory(limits);
    private final Errands errands = new Errands();
    private final StompProbeRegistry registry = new StompProbeRegistry(directory, errands, limits);

    @AfterEach
    void stop() throws InterruptedException {
        errands.destroy();
    }

    @Override
    protected ProbeRegistry registry() {
        return registry;
    }

    @Override
    protected ConversationNotifier notifier() {
        return (recipient, event) -> directory.tell(recipient, () -> Events.encode(event, recipient));
    }

    @Test
    void isNoneOfTheConnectionsThatAreLookedAfter() {
        assertThat(directory.all()).isEmpty();
    }
}
