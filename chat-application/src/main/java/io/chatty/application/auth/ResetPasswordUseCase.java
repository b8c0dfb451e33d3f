package io.chatty.application.auth;

import io.chatty.domain.auth.Password;
import io.chatty.domain.user.EmailAddress;

/** Gives somebody a new password, also where the account was closed. An operator's; thread-safe. */
public interface ResetPasswordUseCase {

    /**
     * The old password opens nothing any more, and all sessions are over when this returns.
     *
     * @return a password that opens one session, in which its person chooses another
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if nobody has this e-mail
     */
    Password reset(EmailAddress email);
}
