package io.chatty.application.user;

import io.chatty.domain.user.ProfileChange;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;

/** Changes what a person is called and lets others see. Thread-safe. */
public interface ChangeProfileUseCase {

    /**
     * The person after the change. All who have a message in common are told of another name, at once or by their next sync;
     * what is hidden from now on is hidden when this returns.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if there is no such user
     */
    User change(UserId me, ProfileChange change);
}
