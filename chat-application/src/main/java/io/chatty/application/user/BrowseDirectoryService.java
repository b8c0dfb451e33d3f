package io.chatty.application.user;

import io.chatty.domain.ValidationException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.user.DirectoryQuery;
import io.chatty.domain.user.Person;
import io.chatty.domain.user.UserRepository;
import java.util.List;

final class BrowseDirectoryService implements BrowseDirectoryUseCase {

    private final UserRepository users;
    private final DirectoryMode mode;

    BrowseDirectoryService(UserRepository users, DirectoryMode mode) {
        this.users = users;
        this.mode = mode;
    }

    @Override
    public List<Person> browse(DirectoryQuery query) {
        if (mode == DirectoryMode.OPEN) {
            return users.browse(query);
        }
        if (query.prefix() != null) {
            throw ValidationException.of("?q", ViolationCode.CONFLICT, "Here people are found by their exact e-mail.");
        }
        return List.of();
    }
}
