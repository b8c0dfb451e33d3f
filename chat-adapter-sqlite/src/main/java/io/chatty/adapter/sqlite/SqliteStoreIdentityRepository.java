package io.chatty.adapter.sqlite;

import io.chatty.domain.StoreIdentity;
import io.chatty.domain.StoreIdentityRepository;
import org.springframework.stereotype.Component;

/** Tells the identity that was made with the file. */
@Component
final class SqliteStoreIdentityRepository implements StoreIdentityRepository {

    private final SqliteStore store;

    SqliteStoreIdentityRepository(SqliteStore store) {
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
