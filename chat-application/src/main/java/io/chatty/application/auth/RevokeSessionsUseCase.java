package io.chatty.application.auth;

import io.chatty.domain.user.EmailAddress;

/** Signs somebody out everywhere. An operator's; thread-safe. */
public interface RevokeSessionsUseCase {

    /**
     * All sessions are over when this returns.
     *
     * @throws io.chatty.domain.ChatException {@code NOT_FOUND} if nobody has this e-mail
     */
    void revokeAll(EmailAddress email);
}
