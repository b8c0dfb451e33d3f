package io.chatty.domain.user;

import io.chatty.testkit.Store;
import io.chatty.testkit.user.AcquaintanceRepositoryContract;

class FakeAcquaintanceRepositoryTest extends AcquaintanceRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
