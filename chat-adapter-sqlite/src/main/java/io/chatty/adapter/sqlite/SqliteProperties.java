package io.chatty.adapter.sqlite;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the embedded store keeps its data.
 *
 * @param data the data folder, {@code CHATTY_DATA} in the environment; made if it is missing; {@code .chatty} in the
 *     user's home by default
 */
@ConfigurationProperties("chatty")
public record SqliteProperties(@Nullable Path data) {

    @Override
    public Path data() {
        Path given = data;
        Path folder = given == null || given.toString().isBlank()
                ? Path.of(System.getProperty("user.home"), ".chatty")
                : given;
        return folder.toAbsolutePath().normalize();
    }
}
