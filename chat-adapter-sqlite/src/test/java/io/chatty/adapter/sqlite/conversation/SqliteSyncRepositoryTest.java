package io.chatty.adapter.sqlite.conversation;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.SyncRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSyncRepositoryTest extends SyncRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }

    @Override
    protected void reopen() {
        sqlite.reopen();
    }
}
