package io.chatty.bootstrap.operation;

import io.chatty.adapter.mongo.MongoStoreConfiguration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Refuses what is for the embedded store where MongoDB is in use. */
final class EmbeddedStoreOnly {

    private EmbeddedStoreOnly() {}

    /** @throws OperationException if MongoDB is in use */
    static void check(Environment environment) {
        if (StringUtils.hasText(environment.getProperty(MongoStoreConfiguration.URI))) {
            throw new OperationException(
                    "Everything is in MongoDB; copy it with MongoDB's own tools, and run renew-epoch"
                            + " once a copy is restored.");
        }
    }
}
