package io.chatty.adapter.memory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a node remembers, {@code chatty.limits.*}.
 *
 * @param countedKeys how many people, accounts or addresses are counted one by one, for each limit; further ones share
 */
@ConfigurationProperties("chatty.limits")
public record MemoryProperties(@DefaultValue("20000") int countedKeys) {

    /** @throws IllegalArgumentException if nobody would be counted by himself */
    public MemoryProperties {
        if (countedKeys < 1) {
            throw new IllegalArgumentException("chatty.limits.counted-keys must be more than 0");
        }
    }
}
