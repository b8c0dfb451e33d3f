package io.chatty.domain.conversation;

import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.ProbeRepositoryContract;

class FakeProbeRepositoryTest extends ProbeRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }
}
