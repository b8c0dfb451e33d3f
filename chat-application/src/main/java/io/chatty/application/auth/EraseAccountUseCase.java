package io.chatty.application.auth;

import io.chatty.domain.user.EmailAddress;

/** Deletes somebody's account, as its person could. An operator's; thread-safe. */
public interface EraseAccountUseCase {

    /** @throws io.chatty.domain.ChatException {@code NOT_FOUND} if nobody has this e-mail */
    void erase(EmailAddress email);
}
