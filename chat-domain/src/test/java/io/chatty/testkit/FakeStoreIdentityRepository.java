package io.chatty.testkit;

import io.chatty.domain.StoreIdentity;
import io.chatty.domain.StoreIdentityRepository;

/** The identity of a store in memory, at first the same for all of them. */
public final class FakeStoreIdentityRepository implements StoreIdentityRepository {

    private StoreIdentity identity = new StoreIdentity("epoch-of-a-fake", new byte[32]);
    private StoreIdentity next = identity;

    @Override
    public synchronized StoreIdentity identity() {
        return identity;
    }

    @Override
    public synchronized void renewEpoch() {
        next = new StoreIdentity(next.epoch() + "+", next.cursorKey());
    }

    /** Shows what was renewed. */
    public synchronized void reopen() {
        identity = next;
    }
}
