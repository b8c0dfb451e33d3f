package io.chatty.bootstrap;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server is and who may talk to it.
 *
 * @param version of this build
 * @param publicUrl where people reach the server, for instance {@code https://chat.example.org}; null if they reach it
 *     directly
 * @param allowedOrigins exact origins of other sites whose pages may use the API
 */
@ConfigurationProperties("chatty")
record ServerProperties(
        String version,
        @Nullable URI publicUrl,
        @DefaultValue Set<String> allowedOrigins) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#*]+");

    /** @throws IllegalArgumentException if an address cannot be what it should be */
    ServerProperties {
        if (publicUrl != null && !ORIGIN.matcher(publicUrl.toString()).matches()) {
            throw new IllegalArgumentException(
                    "chatty.public-url must be an address without a path, such as https://chat.example.org");
        }
        for (String origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("chatty.allowed-origins must name origins one by one, such as"
                        + " https://app.example.org, without a path and never by *");
            }
        }
    }
}
