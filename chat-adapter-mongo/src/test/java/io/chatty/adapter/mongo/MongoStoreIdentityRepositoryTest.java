package io.chatty.adapter.mongo;

import io.chatty.testkit.Store;
import io.chatty.testkit.StoreIdentityRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoStoreIdentityRepositoryTest extends StoreIdentityRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }

    @Override
    protected void reopen() {
        mongo.reopen();
    }
}
