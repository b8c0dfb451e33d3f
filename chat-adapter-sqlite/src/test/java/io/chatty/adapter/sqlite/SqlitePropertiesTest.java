package io.chatty.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SqlitePropertiesTest {

    private static final Path HOME = Path.of(System.getProperty("user.home"));

    @Test
    void takesTheFolderFromTheEnvironment() {
        assertThat(bind(Map.of("CHATTY_DATA", "/srv/chatty/../data")).data())
                .isEqualTo(Path.of("/srv/data").toAbsolutePath());
    }

    @Test
    void livesInTheHomeOfTheUserByDefault() {
        assertThat(bind(Map.of()).data()).isEqualTo(HOME.resolve(".chatty"));
        assertThat(bind(Map.of("CHATTY_DATA", "")).data()).isEqualTo(HOME.resolve(".chatty"));
    }

    private static SqliteProperties bind(Map<String, Object> variables) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate("chatty", SqliteProperties.class);
    }
}
