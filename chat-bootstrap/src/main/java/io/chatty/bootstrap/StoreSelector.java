package io.chatty.bootstrap;

import io.chatty.adapter.mongo.MongoStore;
import io.chatty.adapter.mongo.MongoStoreConfiguration;
import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.adapter.sqlite.SqliteStoreConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Decides where everything is kept: in MongoDB if {@code spring.mongodb.uri} says where that is, else in one SQLite file.
 * Nothing of the other store exists then.
 */
public class StoreSelector implements ImportSelector {

    private final Environment environment;

    StoreSelector(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        boolean isNamed = StringUtils.hasText(environment.getProperty(MongoStoreConfiguration.URI));
        return new String[] {(isNamed ? OnMongo.class : OnSqlite.class).getName()};
    }

    @Configuration(proxyBeanMethods = false)
    @Import(SqliteStoreConfiguration.class)
    static class OnSqlite {

        @Bean
        StoreDescription storeDescription(SqliteStore store) {
            return new StoreDescription(store.name(), store.dataFolder().toString());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(MongoStoreConfiguration.class)
    static class OnMongo {

        @Bean
        StoreDescription storeDescription(MongoStore store) {
            return new StoreDescription(store.name(), store.place());
        }
    }
}
