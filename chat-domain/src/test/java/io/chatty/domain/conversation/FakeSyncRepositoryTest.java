package io.chatty.domain.conversation;

import io.chatty.testkit.Store;
import io.chatty.testkit.conversation.SyncRepositoryContract;

class FakeSyncRepositoryTest extends SyncRepositoryContract {

    private final Store store = Store.fake();

    @Override
    protected Store store() {
        return store;
    }

    /** All of it is in memory. */
    @Override
    protected void reopen() {}
}
