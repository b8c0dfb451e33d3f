package io.chatty.domain.user;

import io.chatty.testkit.Store;
import io.chatty.testkit.user.UserRepositoryContract;

class FakeUserRepositoryTest extends UserRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
