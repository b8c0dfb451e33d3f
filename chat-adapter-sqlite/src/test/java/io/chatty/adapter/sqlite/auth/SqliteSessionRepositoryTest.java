package io.chatty.adapter.sqlite.auth;

import io.chatty.adapter.sqlite.FreshStore;
import io.chatty.testkit.Store;
import io.chatty.testkit.auth.SessionRepositoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSessionRepositoryTest extends SessionRepositoryContract {

    @RegisterExtension
    final FreshStore sqlite = new FreshStore();

    @Override
    protected Store store() {
        return sqlite.ports();
    }
}
