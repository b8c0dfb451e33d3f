package io.chatty.adapter.mongo.conversation;

import io.chatty.adapter.mongo.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.SyncRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSyncRepositoryTest extends SyncRepositoryContract {

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

    @Override
    protected void reopen() {
        mongo.reopen();
    }
}
