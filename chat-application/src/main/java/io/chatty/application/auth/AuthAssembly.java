package io.chatty.application.auth;

import io.chatty.domain.RateLimiter;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.OneTimePasswordGenerator;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserIdGenerator;
import io.chatty.domain.user.UserNotifier;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;

/** Puts the use cases of this feature together. */
public final class AuthAssembly {

    private final UserRepository users;
    private final SessionRepository sessions;
    private final Secrets secrets;
    private final RateLimiter limiter;
    private final Clock clock;
    private final PasswordGuard guard;
    private final SessionOpener opener;
    private final SessionEnder ender;
    private final PasswordConfirmer confirmer;
    private final AccountEraser eraser;

    public AuthAssembly(
            People people,
            SessionRepository sessions,
            Notifiers notifiers,
            Secrets secrets,
            RateLimiter limiter,
            Clock clock) {
        this.users = people.users();
        this.sessions = sessions;
        this.secrets = secrets;
        this.limiter = limiter;
        this.clock = clock;
        this.guard = new PasswordGuard(secrets.passwords(), limiter);
        this.opener = new SessionOpener(users, sessions, secrets.sessions(), notifiers.sessions(), clock);
        this.ender = new SessionEnder(sessions, notifiers.sessions(), clock);
        this.confirmer = new PasswordConfirmer(users, guard);
        this.eraser = new AccountEraser(people, ender, notifiers.users(), clock);
    }

    public RegisterUseCase register(RegistrationMode mode) {
        return new RegisterService(mode, users, secrets, limiter, opener, clock);
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
        return new LogOutService(ender);
    }

    public FindRevokedSessionsUseCase findRevokedSessions() {
        return new FindRevokedSessionsService(sessions);
    }

    public ListSessionsUseCase listSessions() {
        return new ListSessionsService(sessions, clock);
    }

    public GetSessionUseCase getSession() {
        return new GetSessionService(sessions, clock);
    }

    public EndSessionUseCase endSession() {
        return new EndSessionService(sessions, ender);
    }

    public EndOtherSessionsUseCase endOtherSessions() {
        return new EndOtherSessionsService(ender);
    }

    public ChangePasswordUseCase changePassword() {
        return new ChangePasswordService(users, confirmer, secrets.passwords(), secrets.commonPasswords(), ender);
    }

    public DeleteAccountUseCase deleteAccount() {
        return new DeleteAccountService(confirmer, eraser);
    }

    public FinishDeletionsUseCase finishDeletions() {
        return new FinishDeletionsService(users, eraser);
    }

    public CreateAccountUseCase createAccount() {
        return new CreateAccountService(users, secrets, clock);
    }

    public ResetPasswordUseCase resetPassword() {
        return new ResetPasswordService(users, secrets, ender);
    }

    public DisableAccountUseCase disableAccount() {
        return new DisableAccountService(users, ender);
    }

    public EraseAccountUseCase eraseAccount() {
        return new EraseAccountService(users, eraser);
    }

    public RevokeSessionsUseCase revokeSessions() {
        return new RevokeSessionsService(users, ender);
    }

    /** What is known of people and what stands between them. */
    public record People(
            UserRepository users, BlockRepository blocks, AcquaintanceRepository acquaintances, Relations relations) {}

    /** Who is told of what happens to sessions and to users. */
    public record Notifiers(SessionNotifier sessions, UserNotifier users) {}

    /** The ports that make and compare what cannot be guessed. */
    public record Secrets(
            UserIdGenerator userIds,
            SessionIssuer sessions,
            PasswordHasher passwords,
            OneTimePasswordGenerator oneTimePasswords,
            CommonPasswordRegistry commonPasswords) {}
}
