package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.EMAIL_TAKEN;
import static io.chatty.domain.RateLimit.REGISTRATIONS;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.ValidationException;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserIdGenerator;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class RegisterService implements RegisterUseCase {

    private final UserRepository users;
    private final UserIdGenerator ids;
    private final PasswordHasher hasher;
    private final CommonPasswordRegistry commonPasswords;
    private final RateLimiter limiter;
    private final SessionOpener sessions;
    private final Clock clock;

    RegisterService(
            UserRepository users,
            UserIdGenerator ids,
            PasswordHasher hasher,
            CommonPasswordRegistry commonPasswords,
            RateLimiter limiter,
            SessionOpener sessions,
            Clock clock) {
        this.users = users;
        this.ids = ids;
        this.hasher = hasher;
        this.commonPasswords = commonPasswords;
        this.limiter = limiter;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public SignedIn register(
            EmailAddress email, DisplayName name, Password password, @Nullable ClientLabel client, ClientAddress from) {
        try {
            password.checkChoice(email, name, commonPasswords);
        } catch (InvalidValueException e) {
            throw new ValidationException(List.of(e.of("password")));
        }
        limiter.take(REGISTRATIONS.by(from));
        User user = User.register(ids.next(), email, name, hasher.hash(password), clock.instant());
        if (!users.add(user)) {
            throw EMAIL_TAKEN.refusal();
        }
        return sessions.open(user, client);
    }
}
