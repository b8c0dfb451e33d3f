package io.chatty.domain;

import io.chatty.testkit.FakeStoreIdentityRepository;
import io.chatty.testkit.Store;
import io.chatty.testkit.StoreIdentityRepositoryContract;

class FakeStoreIdentityRepositoryTest extends StoreIdentityRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected void reopen() {
        ((FakeStoreIdentityRepository) store.identity()).reopen();
    }
}
