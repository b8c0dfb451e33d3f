package io.chatty.application.auth;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import org.jspecify.annotations.Nullable;

/** Signs a person in. Thread-safe; slow on purpose, since it compares a password. */
public interface LogInUseCase {

    /**
     * @param email as typed; one that cannot be an e-mail is answered like an unknown one
     * @param client what the person's program calls itself, or null
     * @param from where the wish comes from
     * @throws io.chatty.domain.RateLimitedException if too much was tried from there, or for this e-mail; nothing is compared
     *     then
     * @throws io.chatty.domain.ChatException {@code INVALID_CREDENTIALS}, the same and after the same time for an unknown
     *     e-mail and a wrong password; {@code TEMPORARILY_UNAVAILABLE} if too many passwords wait to be compared
     */
    SignedIn logIn(String email, Password password, @Nullable ClientLabel client, ClientAddress from);
}
