package io.chatty.adapter.sqlite.user;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.user.BlockRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteBlockRepositoryTest extends BlockRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }
}
