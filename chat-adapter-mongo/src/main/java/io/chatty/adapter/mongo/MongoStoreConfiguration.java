package io.chatty.adapter.mongo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Connects to MongoDB and offers every durable port on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoStoreProperties.class)
@ComponentScan
public class MongoStoreConfiguration {

    /** Where MongoDB is: the name that Spring Boot gives it. */
    public static final String URI = "spring.mongodb.uri";

    /** The store, open until the application stops. */
    @Bean
    MongoStore mongoStore(Environment environment, MongoStoreProperties properties) {
        return MongoStore.open(environment.getRequiredProperty(URI), properties.allowStandalone());
    }
}
