package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.EMAIL_TAKEN;
import static io.chatty.domain.ErrorCode.REGISTRATION_CLOSED;
import static io.chatty.domain.RateLimit.REGISTRATIONS;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.ValidationException;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class RegisterService implements RegisterUseCase {

    private final RegistrationMode mode;
    private final UserRepository users;
    private final AuthAssembly.Secrets secrets;
    private final RateLimiter limiter;
    private final SessionOpener sessions;
    private final Clock clock;

    RegisterService(
            RegistrationMode mode,
            UserRepository users,
            AuthAssembly.Secrets secrets,
            RateLimiter limiter,
            SessionOpener sessions,
            Clock clock) {
        this.mode = mode;
        this.users = users;
        this.secrets = secrets;
        this.limiter = limiter;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public SignedIn register(
            EmailAddress email, DisplayName name, Password password, @Nullable ClientLabel client, ClientAddress from) {
        if (mode == RegistrationMode.CLOSED) {
            throw REGISTRATION_CLOSED.refusal();
        }
        try {
            password.checkChoice(email, name, secrets.commonPasswords());
        } catch (InvalidValueException e) {
            throw new ValidationException(List.of(e.of("password")));
        }
        limiter.take(REGISTRATIONS.by(from));
        User user = User.register(
                secrets.userIds().next(), email, name, secrets.passwords().hash(password), clock.instant());
        if (!users.add(user)) {
            throw EMAIL_TAKEN.refusal();
        }
        return sessions.open(user, client);
    }
}
