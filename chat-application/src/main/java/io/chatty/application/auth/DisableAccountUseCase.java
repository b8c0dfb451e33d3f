package io.chatty.application.auth;

import io.chatty.domain.user.EmailAddress;

/** Closes somebody's account. An operator's; thread-safe. */
public interface DisableAccountUseCase {

    /**
     * The password opens nothing any more, and all sessions are over when this returns; everything stays as it is for others.
     * {@link ResetPasswordUseCase} opens the account again.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if nobody has this e-mail
     */
    void disable(EmailAddress email);
}
