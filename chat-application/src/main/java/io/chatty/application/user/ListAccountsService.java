package io.chatty.application.user;

import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ListAccountsService implements ListAccountsUseCase {

    private final UserRepository users;

    ListAccountsService(UserRepository users) {
        this.users = users;
    }

    @Override
    public List<User> list(@Nullable UserId after, int limit) {
        return users.list(after, limit);
    }
}
