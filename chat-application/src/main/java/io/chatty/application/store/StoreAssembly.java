package io.chatty.application.store;

import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.conversation.AuditRepository;

/** Makes the use cases of a store. Each asks for one port, so that to look at a store nothing is opened that writes. */
public final class StoreAssembly {

    private StoreAssembly() {}

    public static CheckStoreUseCase checkStore(AuditRepository audit) {
        return new CheckStoreService(audit);
    }

    public static RenewEpochUseCase renewEpoch(StoreIdentityRepository identity) {
        return new RenewEpochService(identity);
    }
}
