package io.chatty.adapter.sqlite.presence;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.presence.LastSeenRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteLastSeenRepositoryTest extends LastSeenRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }
}
