package io.chatty.domain;

import io.chatty.testkit.Store;
import io.chatty.testkit.StoreIdentityRepositoryContract;

class FakeStoreIdentityRepositoryTest extends StoreIdentityRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
