package io.chatty.adapter.sqlite;

import io.chatty.domain.conversation.AuditRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Opens the embedded store for a check, which changes nothing and may run beside a server. */
@EnableConfigurationProperties(SqliteProperties.class)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = AuditRepository.class))
public class SqliteCheckConfiguration {

    /** The store at one instant, until the application stops. */
    @Bean
    SqliteSnapshot sqliteSnapshot(SqliteProperties properties) {
        return SqliteSnapshot.open(properties.data());
    }
}
