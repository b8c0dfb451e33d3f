package io.chatty.adapter.mongo;

import io.chatty.domain.conversation.AuditRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;

/** Connects to MongoDB for a check, which changes nothing and may run beside the servers. */
@EnableConfigurationProperties(MongoStoreProperties.class)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = AuditRepository.class))
public class MongoCheckConfiguration {

    /** The store, connected until the application stops. */
    @Bean
    MongoStore mongoStore(Environment environment, MongoStoreProperties properties) {
        return MongoStore.openToRead(
                environment.getRequiredProperty(MongoStoreConfiguration.URI), properties.allowStandalone());
    }
}
