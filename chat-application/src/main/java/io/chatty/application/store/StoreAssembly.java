package io.chatty.application.store;

import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.conversation.AuditRepository;

/** Makes the use cases of a store. */
public final class StoreAssembly {

    private final AuditRepository audit;
    private final StoreIdentityRepository identity;

    public StoreAssembly(AuditRepository audit, StoreIdentityRepository identity) {
        this.audit = audit;
        this.identity = identity;
    }

    public CheckStoreUseCase checkStore() {
        return new CheckStoreService(audit);
    }

    public RenewEpochUseCase renewEpoch() {
        return new RenewEpochService(identity);
    }
}
