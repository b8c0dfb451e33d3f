package io.chatty.application.user;

import io.chatty.domain.user.UserRepository;

/** Puts the use cases of this feature together. */
public final class UserAssembly {

    private final UserRepository users;

    public UserAssembly(UserRepository users) {
        this.users = users;
    }

    public GetMeUseCase getMe() {
        return new GetMeService(users);
    }

    public GetPersonUseCase getPerson() {
        return new GetPersonService(users);
    }

    public BrowseDirectoryUseCase browseDirectory() {
        return new BrowseDirectoryService(users);
    }
}
