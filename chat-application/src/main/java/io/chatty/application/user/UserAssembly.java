package io.chatty.application.user;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserNotifier;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;

/** Puts the use cases of this feature together. */
public final class UserAssembly {

    private final Stores stores;
    private final Relations relations;
    private final DirectoryMode mode;
    private final Clock clock;
    private final PersonAnnouncer announcer;

    public UserAssembly(Stores stores, Relations relations, UserNotifier notifier, DirectoryMode mode, Clock clock) {
        this.stores = stores;
        this.relations = relations;
        this.mode = mode;
        this.clock = clock;
        this.announcer = new PersonAnnouncer(stores.acquaintances(), notifier, clock);
    }

    public GetMeUseCase getMe() {
        return new GetMeService(stores.users());
    }

    public ChangeProfileUseCase changeProfile() {
        return new ChangeProfileService(stores.users(), relations, announcer);
    }

    public GetPersonUseCase getPerson() {
        return new GetPersonService(relations);
    }

    public BrowseDirectoryUseCase browseDirectory() {
        return new BrowseDirectoryService(stores.users(), mode);
    }

    public LookUpPersonUseCase lookUpPerson(RateLimiter limiter) {
        return new LookUpPersonService(stores.users(), relations, limiter);
    }

    public BlockPersonUseCase blockPerson() {
        return new BlockPersonService(relations, clock);
    }

    public UnblockPersonUseCase unblockPerson() {
        return new UnblockPersonService(relations);
    }

    public ListBlocksUseCase listBlocks() {
        return new ListBlocksService(stores.blocks(), stores.users());
    }

    public ListAccountsUseCase listAccounts() {
        return new ListAccountsService(stores.users());
    }

    /** The ports that keep what this feature is about. */
    public record Stores(UserRepository users, BlockRepository blocks, AcquaintanceRepository acquaintances) {}
}
