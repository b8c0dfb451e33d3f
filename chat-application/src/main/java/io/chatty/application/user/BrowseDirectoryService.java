package io.chatty.application.user;

import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserRepository;
import java.util.List;

final class BrowseDirectoryService implements BrowseDirectoryUseCase {

    private final UserRepository users;

    BrowseDirectoryService(UserRepository users) {
        this.users = users;
    }

    @Override
    public List<Person> browse(DirectoryQuery query) {
        return users.browse(query);
    }
}
