package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.NOT_FOUND;
import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import io.chatty.domain.auth.Password;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;

final class ResetPasswordService implements ResetPasswordUseCase {

    private final UserRepository users;
    private final AuthAssembly.Secrets secrets;
    private final SessionEnder ender;

    ResetPasswordService(UserRepository users, AuthAssembly.Secrets secrets, SessionEnder ender) {
        this.users = users;
        this.secrets = secrets;
        this.ender = ender;
    }

    @Override
    public Password reset(EmailAddress email) {
        User user = users.findByEmail(email).orElseThrow(NOT_FOUND::refusal);
        Password once = secrets.oneTimePasswords().next();
        if (!users.replacePassword(user, secrets.passwords().hash(once), Admission.ONCE)) {
            // The person changed it at this moment; the operator sees and decides anew.
            throw TEMPORARILY_UNAVAILABLE.refusal();
        }
        ender.endAll(user.id(), null);
        return once;
    }
}
