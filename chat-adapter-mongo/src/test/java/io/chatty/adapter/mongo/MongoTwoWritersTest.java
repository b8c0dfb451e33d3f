package io.chatty.adapter.mongo;

import io.chatty.testkit.Store;
import io.chatty.testkit.TwoWritersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database. */
class MongoTwoWritersTest extends TwoWritersContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Override
    protected Store elsewhere() {
        return mongo.otherNode().ports();
    }
}
