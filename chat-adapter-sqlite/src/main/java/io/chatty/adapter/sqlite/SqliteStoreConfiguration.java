package io.chatty.adapter.sqlite;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Opens the embedded store and offers every durable port on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SqliteProperties.class)
@ComponentScan
public class SqliteStoreConfiguration {

    /** The store, open until the application stops. */
    @Bean
    SqliteStore sqliteStore(SqliteProperties properties) {
        return SqliteStore.open(properties.data());
    }
}
