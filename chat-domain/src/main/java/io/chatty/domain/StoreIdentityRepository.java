package io.chatty.domain;

/** Driven port: the identity of the store that is in use. */
public interface StoreIdentityRepository {

    /** The identity, the same on every call for as long as the store is open. Thread-safe. */
    StoreIdentity identity();

    /**
     * Gives the store an epoch that it never had, for it was restored from a copy: what people saw after the copy was made
     * is gone. The key of cursors stays. It shows from the next opening on, so nobody else may have the store open. Durable
     * when it returns; thread-safe.
     */
    void renewEpoch();
}
