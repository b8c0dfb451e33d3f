package io.chatty.domain;

/** Driven port: the identity of the store that is in use. */
public interface StoreIdentityRepository {

    /** The identity, the same on every call for as long as the store is open. Thread-safe. */
    StoreIdentity identity();
}
