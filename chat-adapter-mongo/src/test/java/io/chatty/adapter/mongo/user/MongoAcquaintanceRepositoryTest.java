package io.chatty.adapter.mongo.user;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.user.AcquaintanceRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAcquaintanceRepositoryTest extends AcquaintanceRepositoryContract {

    @RegisterExtension
    final FreshStore mongo = new FreshStore();

    @Override
    protected Store store() {
        return mongo.ports();
    }
}
