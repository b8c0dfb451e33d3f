package io.chatty.adapter.mongo.auth;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.auth.SessionRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSessionRepositoryTest extends SessionRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }
}
