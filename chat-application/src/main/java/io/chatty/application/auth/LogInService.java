package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.INVALID_CREDENTIALS;

import io.chatty.domain.ChatException;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class LogInService implements LogInUseCase {

    private final UserRepository users;
    private final PasswordHasher hasher;
    private final PasswordGuard guard;
    private final SessionOpener sessions;

    LogInService(UserRepository users, PasswordHasher hasher, PasswordGuard guard, SessionOpener sessions) {
        this.users = users;
        this.hasher = hasher;
        this.guard = guard;
        this.sessions = sessions;
    }

    @Override
    public SignedIn logIn(String email, Password password, @Nullable ClientLabel client, ClientAddress from) {
        Optional<User> known = find(email);
        boolean matches = guard.matches(
                email, from, password, known.map(User::passwordHash).orElse(null));
        User user = known.filter(u -> matches).orElseThrow(INVALID_CREDENTIALS::refusal);
        strengthen(user, password);
        return sessions.open(user, client);
    }

    /** Makes a hash of today's strength while the password is at hand. */
    private void strengthen(User user, Password password) {
        if (!hasher.isOutdated(user.passwordHash())) {
            return;
        }
        try {
            users.replacePasswordHash(user.id(), user.passwordHash(), hasher.hash(password));
        } catch (ChatException busy) {
            // Nobody is kept out for it: the next sign-in is as good a moment.
        }
    }

    private Optional<User> find(String email) {
        try {
            return users.findByEmail(new EmailAddress(email));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
