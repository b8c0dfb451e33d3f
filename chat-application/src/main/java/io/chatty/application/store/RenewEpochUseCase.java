package io.chatty.application.store;

/** Driving port: tells a store that it was restored from a copy. */
public interface RenewEpochUseCase {

    /** Begins a new epoch, which people's devices see from the next start of a server on. */
    void renew();
}
