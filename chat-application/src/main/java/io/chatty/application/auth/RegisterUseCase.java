package io.chatty.application.auth;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Makes an account and signs its person in. Thread-safe; slow on purpose, since it hashes a password. */
public interface RegisterUseCase {

    /**
     * @param client what the person's program calls itself, or null
     * @param from where the wish comes from
     * @throws io.chatty.domain.RateLimitedException if too many accounts were asked for from there, those with an e-mail that
     *     was taken included
     * @throws io.chatty.domain.ValidationException if the password may not be chosen, see {@link Password#checkChoice}
     * @throws io.chatty.domain.ChatException {@code REGISTRATION_CLOSED}; {@code EMAIL_TAKEN}, of many at once for all but one;
     *     {@code TEMPORARILY_UNAVAILABLE} if too many passwords wait to be hashed
     */
    SignedIn register(
            EmailAddress email, DisplayName name, Password password, @Nullable ClientLabel client, ClientAddress from);
}
