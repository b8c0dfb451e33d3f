package io.chatty.adapter.sqlite.user;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.user.AcquaintanceRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAcquaintanceRepositoryTest extends AcquaintanceRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }
}
