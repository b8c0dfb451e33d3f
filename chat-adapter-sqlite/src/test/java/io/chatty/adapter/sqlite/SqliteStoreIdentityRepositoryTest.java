package io.chatty.adapter.sqlite;

import io.chatty.testkit.Store;
import io.chatty.testkit.StoreIdentityRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteStoreIdentityRepositoryTest extends StoreIdentityRepositoryContract {

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
