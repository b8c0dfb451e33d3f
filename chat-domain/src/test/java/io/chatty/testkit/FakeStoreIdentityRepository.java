package io.chatty.testkit;

import io.chatty.domain.StoreIdentity;
import io.chatty.domain.StoreIdentityRepository;

/** The identity of a store in memory, the same for all of them. */
public final class FakeStoreIdentityRepository implements StoreIdentityRepository {

    private final StoreIdentity identity = new StoreIdentity("epoch-of-a-fake", new byte[32]);

    @Override
    public StoreIdentity identity() {
        return identity;
    }
}
