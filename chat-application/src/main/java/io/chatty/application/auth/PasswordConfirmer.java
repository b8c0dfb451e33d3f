package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.AUTHENTICATION_REQUIRED;
import static io.chatty.domain.ErrorCode.WRONG_PASSWORD;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserRepository;

/** Decides whether a signed-in person is who he is, before something that cannot be taken back. */
final class PasswordConfirmer {

    private final UserRepository users;
    private final PasswordGuard guard;

    PasswordConfirmer(UserRepository users, PasswordGuard guard) {
        this.users = users;
        this.guard = guard;
    }

    /**
     * The user, whose password this is.
     *
     * @throws io.chatty.domain.RateLimitedException as for signing in
     * @throws io.chatty.domain.ChatException {@code WRONG_PASSWORD}; {@code AUTHENTICATION_REQUIRED} for a user whose account
     *     was deleted meanwhile
     */
    User confirm(UserId me, Password password, ClientAddress from) {
        User user = users.findById(me).orElseThrow(AUTHENTICATION_REQUIRED::refusal);
        if (!guard.matches(user.email().value(), from, password, user.passwordHash())) {
            throw WRONG_PASSWORD.refusal();
        }
        return user;
    }
}
