package io.chatty.adapter.sqlite.user;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.user.UserRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteUserRepositoryTest extends UserRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }
}
