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

/** Copies the embedded store into a file, while a server may have it open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SqliteProperties.class)
class BackupConfiguration {

    private static final Logger log = LoggerFactory.getLogger(BackupConfiguration.class);

    @Bean
    ApplicationRunner backup(SqliteProperties properties, Environment environment) {
        return arguments -> {
            EmbeddedStoreOnly.check(environment);
            Path file = Arguments.file(arguments);
            SqliteCopies.save(properties.data(), file);
            log.info("The store in {} is copied to {}", properties.data(), file);
        };
    }
}
