package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.INVALID_CREDENTIALS;

import io.chatty.domain.ChatException;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.PasswordHash;
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
        User user = known.filter(u -> matches && u.isAdmitted()).orElseThrow(INVALID_CREDENTIALS::refusal);
        return sessions.open(user.admission() == Admission.ONCE ? spend(user) : strengthen(user, password), client);
    }

    /** Of many at once with a password for one time one comes in. */
    private User spend(User user) {
        if (!users.replacePassword(user, user.passwordHash(), Admission.SPENT)) {
            throw INVALID_CREDENTIALS.refusal();
        }
        return user.withPassword(user.passwordHash(), Admission.SPENT);
    }

    /** Makes a hash of today's strength while the password is at hand. */
    private User strengthen(User user, Password password) {
        if (!hasher.isOutdated(user.passwordHash())) {
            return user;
        }
        try {
            PasswordHash stronger = hasher.hash(password);
            if (users.replacePassword(user, stronger, user.admission())) {
                return user.withPassword(stronger, user.admission());
            }
        } catch (ChatException busy) {
            // Nobody is kept out for it: the next sign-in is as good a moment.
            return user;
        }
        // Somebody was faster: the same person on another device, or who chose another password.
        return users.findById(user.id())
                .filter(now -> now.isAdmitted() && hasher.matches(password, now.passwordHash()))
                .orElseThrow(INVALID_CREDENTIALS::refusal);
    }

    private Optional<User> find(String email) {
        try {
            return users.findByEmail(new EmailAddress(email));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
