package io.chatty.application.user;

import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;

/** Who am I: everything about oneself. Thread-safe. */
public interface GetMeUseCase {

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} if there is no such user */
    User get(UserId me);
}
