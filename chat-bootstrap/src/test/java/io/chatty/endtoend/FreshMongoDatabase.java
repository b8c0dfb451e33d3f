package io.chatty.endtoend;

import io.chatty.adapter.mongo.MongoServer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a context a database of its own on the MongoDB under test. */
class FreshMongoDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MongoServer server = MongoServer.shared();
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + server.freshDatabase(),
                        "chatty.mongo.allow-standalone=" + !server.isReal())
                .applyTo(context);
    }
}
