package io.chatty.domain;

import io.chatty.testkit.Store;
import io.chatty.testkit.TwoWritersContract;

class FakeTwoWritersTest extends TwoWritersContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
