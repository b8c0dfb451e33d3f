package io.chatty.bootstrap.operation;

import io.chatty.adapter.sqlite.SqliteCopies;
import io.chatty.adapter.sqlite.SqliteProperties;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts a copy in the place of an embedded store that was lost. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SqliteProperties.class)
class RestoreConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RestoreConfiguration.class);

    @Bean
    ApplicationRunner restore(SqliteProperties properties, Environment environment) {
        return arguments -> {
            EmbeddedStoreOnly.check(environment);
            Path file = Arguments.file(arguments);
            SqliteCopies.restore(file, properties.data());
            log.info("The store in {} is what {} holds, and begins a new epoch", properties.data(), file);
        };
    }
}
