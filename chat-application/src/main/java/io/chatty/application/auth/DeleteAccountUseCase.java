package io.chatty.application.auth;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.Session;

/** Deletes one's own account. Thread-safe; slow on purpose, since it compares a password. */
public interface DeleteAccountUseCase {

    /**
     * There is no such account when this returns: nobody comes in with it, the mailbox is free, name, preferences and blocks
     * are erased, and whoever wrote with the person keeps what was written with somebody who has no name.
     *
     * @param from where the wish comes from
     * @throws io.chatty.domain.RateLimitedException if too much was tried from there, or for this account
     * @throws io.chatty.domain.ChatException {@code WRONG_PASSWORD}; {@code TEMPORARILY_UNAVAILABLE} if too many passwords
     *     wait to be compared, or where what was begun is finished later
     */
    void delete(Session session, Password password, ClientAddress from);
}
