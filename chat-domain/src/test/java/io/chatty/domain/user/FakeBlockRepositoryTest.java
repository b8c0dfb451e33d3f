package io.chatty.domain.user;

import io.chatty.testkit.Store;
import io.chatty.testkit.user.BlockRepositoryContract;

class FakeBlockRepositoryTest extends BlockRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
