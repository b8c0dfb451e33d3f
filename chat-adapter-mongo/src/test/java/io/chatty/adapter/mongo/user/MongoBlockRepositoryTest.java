package io.chatty.adapter.mongo.user;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.user.BlockRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoBlockRepositoryTest extends BlockRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }
}
