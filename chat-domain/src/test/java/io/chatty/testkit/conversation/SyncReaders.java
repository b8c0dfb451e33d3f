package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.SyncReader;
import io.chatty.testkit.Store;
import io.chatty.testkit.TestClock;

/** Makes readers of what happened in a store. */
public final class SyncReaders {

    private SyncReaders() {}

    /** A reader that knows of what stands between people what the store has at its first look. */
    public static SyncReader of(Store store) {
        return new SyncReader(store.sync(), store.identity(), store.relations(new TestClock()));
    }
}
