package io.chatty.application.user;

import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who has an account. An operator's; thread-safe. */
public interface ListAccountsUseCase {

    /**
     * A page, ordered by id; shorter than the limit only at the end.
     *
     * @param after the last one of the page before, or null for the first page
     * @param limit most users, from 1
     */
    List<User> list(@Nullable UserId after, int limit);
}
