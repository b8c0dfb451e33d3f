package io.chatty.adapter.mongo.presence;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.presence.LastSeenRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLastSeenRepositoryTest extends LastSeenRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }
}
