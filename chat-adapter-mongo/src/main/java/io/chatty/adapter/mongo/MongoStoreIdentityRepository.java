package io.chatty.adapter.mongo;

import io.chatty.domain.StoreIdentity;
import io.chatty.domain.StoreIdentityRepository;
import org.springframework.stereotype.Component;

/** Tells the identity that was made with the database. */
@Component
final class MongoStoreIdentityRepository implements StoreIdentityRepository {

    private final MongoStore store;

    MongoStoreIdentityRepository(MongoStore store) {
        this.store = store;
    }

    @Override
    public StoreIdentity identity() {
        return store.identity();
    }

    @Override
    public void renewEpoch() {
        store.renewEpoch();
    }
}
