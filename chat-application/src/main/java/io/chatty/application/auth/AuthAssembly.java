package io.chatty.application.auth;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.user.UserIdGenerator;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;

/** Puts the use cases of this feature together. */
public final class AuthAssembly {

    private final UserRepository users;
    private final SessionRepository sessions;
    private final SessionNotifier notifier;
    private final Secrets secrets;
    private final RateLimiter limiter;
    private final Clock clock;
    private final PasswordGuard guard;
    private final SessionOpener opener;

    public AuthAssembly(
            UserRepository users,
            SessionRepository sessions,
            SessionNotifier notifier,
            Secrets secrets,
            RateLimiter limiter,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.notifier = notifier;
        this.secrets = secrets;
        this.limiter = limiter;
        this.clock = clock;
        this.guard = new PasswordGuard(secrets.passwords(), limiter);
        this.opener = new SessionOpener(sessions, secrets.sessions(), notifier, clock);
    }

    public RegisterUseCase register() {
        return new RegisterService(
                users, secrets.userIds(), secrets.passwords(), secrets.commonPasswords(), limiter, opener, clock);
    }

    public LogInUseCase logIn() {
        return new LogInService(users, secrets.passwords(), guard, opener);
    }

    public AuthenticateUseCase authenticate() {
        return new AuthenticateService(sessions, clock);
    }

    public AdmitRequestUseCase admitRequest() {
        return new AdmitRequestService(limiter);
    }

    public LogOutUseCase logOut() {
        return new LogOutService(sessions, notifier, clock);
    }

    /** The ports that make and compare what cannot be guessed. */
    public record Secrets(
            UserIdGenerator userIds,
            SessionIssuer sessions,
            PasswordHasher passwords,
            CommonPasswordRegistry commonPasswords) {}
}
