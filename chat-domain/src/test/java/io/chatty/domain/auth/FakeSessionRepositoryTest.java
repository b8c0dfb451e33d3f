package io.chatty.domain.auth;

import io.chatty.testkit.Store;
import io.chatty.testkit.auth.SessionRepositoryContract;

class FakeSessionRepositoryTest extends SessionRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
