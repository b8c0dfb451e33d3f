package io.chatty.adapter.memory.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.presence.ConnectionId;
import io.chatty.domain.user.UserId;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.Times;
import io.chatty.testkit.presence.PresenceRegistryContract;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryPresenceRegistryTest extends PresenceRegistryContract {

    private final MemoryPresenceRegistry registry = new MemoryPresenceRegistry();

    @Override
    protected MemoryPresenceRegistry registry() {
        return registry;
    }

    /** Looks at every field, so that an index added later is covered too. */
    @Test
    void remembersNothingOfConnectionsThatAreGone() throws IllegalAccessException {
        Concurrently.call(8, thread -> {
            for (int round = 0; round < 200; round++) {
                ConnectionId connection = new ConnectionId(thread + "/" + round);
                registry.connect(connection, new UserId("u_" + thread));
                registry.watch(connection, Set.of(new UserId("u_" + round), new UserId("u_x" + round)));
                registry.leave(connection, Times.NOW, Times.nowPlus(round % 3));
            }
            return thread;
        });
        registry.expire(Times.nowPlus(10));

        for (Field field : MemoryPresenceRegistry.class.getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(registry);
            assertThat(value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value)
                    .as(field.getName())
                    .isEmpty();
        }
    }
}
