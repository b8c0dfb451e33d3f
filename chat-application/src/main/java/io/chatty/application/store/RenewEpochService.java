package io.chatty.application.store;

import io.chatty.domain.StoreIdentityRepository;

final class RenewEpochService implements RenewEpochUseCase {

    private final StoreIdentityRepository identity;

    RenewEpochService(StoreIdentityRepository identity) {
        this.identity = identity;
    }

    @Override
    public void renew() {
        identity.renewEpoch();
    }
}
