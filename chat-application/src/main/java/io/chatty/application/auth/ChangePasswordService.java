package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.WRONG_PASSWORD;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.ValidationException;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.auth.Session;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;
import java.util.List;

final class ChangePasswordService implements ChangePasswordUseCase {

    private final UserRepository users;
    private final PasswordConfirmer confirmer;
    private final PasswordHasher hasher;
    private final CommonPasswordRegistry commonPasswords;
    private final SessionEnder ender;

    ChangePasswordService(
            UserRepository users,
            PasswordConfirmer confirmer,
            PasswordHasher hasher,
            CommonPasswordRegistry commonPasswords,
            SessionEnder ender) {
        this.users = users;
        this.confirmer = confirmer;
        this.hasher = hasher;
        this.commonPasswords = commonPasswords;
        this.ender = ender;
    }

    @Override
    public void change(Session session, Password current, Password replacement, ClientAddress from) {
        User user = confirmer.confirm(session.userId(), current, from);
        try {
            replacement.checkChoice(user.email(), user.name(), commonPasswords);
        } catch (InvalidValueException e) {
            throw new ValidationException(List.of(e.of("newPassword")));
        }
        // Of two changes at once the second confirmed a password that is none any more.
        if (!users.replacePassword(user, hasher.hash(replacement), Admission.OPEN)) {
            throw WRONG_PASSWORD.refusal();
        }
        ender.endAll(user.id(), session.id());
    }
}
