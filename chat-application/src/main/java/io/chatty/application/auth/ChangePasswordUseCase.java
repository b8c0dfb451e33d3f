package io.chatty.application.auth;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.Session;

/** Chooses another password. Thread-safe; slow on purpose, since it compares and hashes passwords. */
public interface ChangePasswordUseCase {

    /**
     * From its return on only the new password opens a session, and the session that asks is the only one of its person.
     *
     * @param from where the wish comes from
     * @throws io.chatty.domain.RateLimitedException if too much was tried from there, or for this account
     * @throws io.chatty.domain.ValidationException of {@code newPassword} if it may not be chosen, see {@link
     *     Password#checkChoice}
     * @throws io.chatty.domain.ChatException {@code WRONG_PASSWORD} if the current one is another; {@code
     *     TEMPORARILY_UNAVAILABLE} if too many passwords wait to be compared
     */
    void change(Session session, Password current, Password replacement, ClientAddress from);
}
