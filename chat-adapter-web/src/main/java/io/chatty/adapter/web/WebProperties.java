package io.chatty.adapter.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what is sent to the server, {@code chatty.limits.*}.
 *
 * @param bodyBytes the largest body of a request; the default holds the longest message however it is escaped
 * @param frameBytes the largest STOMP frame; only shown to clients here
 */
@ConfigurationProperties("chatty.limits")
public record WebProperties(
        @DefaultValue("64KB") DataSize bodyBytes,
        @DefaultValue("64KB") DataSize frameBytes) {

    private static final DataSize LEAST_BODY = DataSize.ofKilobytes(1);
    private static final DataSize MOST_BODY = DataSize.ofMegabytes(16);

    /** @throws IllegalArgumentException if the body limit is below 1 KiB or above 16 MiB */
    public WebProperties {
        if (bodyBytes.compareTo(LEAST_BODY) < 0 || bodyBytes.compareTo(MOST_BODY) > 0) {
            throw new IllegalArgumentException("chatty.limits.body-bytes is from 1KB to 16MB");
        }
    }
}
