package io.chatty.application.auth;

import io.chatty.domain.auth.Password;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;

/** Makes an account for somebody. An operator's; thread-safe. */
public interface CreateAccountUseCase {

    /**
     * @return a password that opens one session, in which its person chooses another
     * @throws io.chatty.domain.ChatException {@code EMAIL_TAKEN}
     */
    Password create(EmailAddress email, DisplayName name);
}
