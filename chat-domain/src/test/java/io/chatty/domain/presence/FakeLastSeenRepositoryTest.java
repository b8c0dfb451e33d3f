package io.chatty.domain.presence;

import io.chatty.testkit.Store;
import io.chatty.testkit.presence.LastSeenRepositoryContract;

class FakeLastSeenRepositoryTest extends LastSeenRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
