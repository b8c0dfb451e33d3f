package io.chatty.application.auth;

import static io.chatty.domain.ErrorCode.EMAIL_TAKEN;

import io.chatty.domain.auth.Password;
import io.chatty.domain.user.Admission;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;

final class CreateAccountService implements CreateAccountUseCase {

    private final UserRepository users;
    private final AuthAssembly.Secrets secrets;
    private final Clock clock;

    CreateAccountService(UserRepository users, AuthAssembly.Secrets secrets, Clock clock) {
        this.users = users;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Password create(EmailAddress email, DisplayName name) {
        Password once = secrets.oneTimePasswords().next();
        User user = User.register(
                        secrets.userIds().next(),
                        email,
                        name,
                        secrets.passwords().hash(once),
                        clock.instant())
                .admitted(Admission.ONCE);
        if (!users.add(user)) {
            throw EMAIL_TAKEN.refusal();
        }
        return once;
    }
}
