package io.chatty.adapter.mongo.conversation;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.MarkRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoMarkRepositoryTest extends MarkRepositoryContract {

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
