package io.chatty.bootstrap;

import io.chatty.application.auth.AdmitRequestUseCase;
import io.chatty.application.auth.AuthAssembly;
import io.chatty.application.auth.AuthenticateUseCase;
import io.chatty.application.auth.ChangePasswordUseCase;
import io.chatty.application.auth.DeleteAccountUseCase;
import io.chatty.application.auth.EndOtherSessionsUseCase;
import io.chatty.application.auth.EndSessionUseCase;
import io.chatty.application.auth.FindRevokedSessionsUseCase;
import io.chatty.application.auth.FinishDeletionsUseCase;
import io.chatty.application.auth.GetSessionUseCase;
import io.chatty.application.auth.ListSessionsUseCase;
import io.chatty.application.auth.LogInUseCase;
import io.chatty.application.auth.LogOutUseCase;
import io.chatty.application.auth.RegisterUseCase;
import io.chatty.application.auth.RegistrationMode;
import io.chatty.application.user.DirectoryMode;
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
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the use cases of accounts and sessions of the ports that the adapters bring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AuthConfiguration {

    private final RateLimiter limiter;

    AuthConfiguration(RateLimiter limiter) {
        this.limiter = limiter;
    }

    @Bean
    AuthAssembly.Secrets secrets(
            UserIdGenerator userIds,
            SessionIssuer sessions,
            PasswordHasher passwords,
            OneTimePasswordGenerator oneTimePasswords,
            CommonPasswordRegistry commonPasswords) {
        return new AuthAssembly.Secrets(userIds, sessions, passwords, oneTimePasswords, commonPasswords);
    }

    @Bean
    AuthAssembly.People accountPeople(
            UserRepository users, BlockRepository blocks, AcquaintanceRepository acquaintances, Relations relations) {
        return new AuthAssembly.People(users, blocks, acquaintances, relations);
    }

    @Bean
    AuthAssembly.Notifiers accountNotifiers(List<SessionNotifier> transports, UserNotifier users) {
        return new AuthAssembly.Notifiers(event -> transports.forEach(transport -> transport.tell(event)), users);
    }

    @Bean
    AuthAssembly authAssembly(
            AuthAssembly.People people,
            SessionRepository sessions,
            AuthAssembly.Notifiers notifiers,
            AuthAssembly.Secrets secrets,
            Clock clock) {
        return new AuthAssembly(people, sessions, notifiers, secrets, limiter, clock);
    }

    @Bean
    RegistrationMode registrationMode(AccountProperties properties) {
        return properties.registration();
    }

    @Bean
    DirectoryMode directoryMode(AccountProperties properties) {
        return properties.directory();
    }

    @Bean
    RegisterUseCase register(AuthAssembly assembly, RegistrationMode mode) {
        return assembly.register(mode);
    }

    @Bean
    LogInUseCase logIn(AuthAssembly assembly) {
        return assembly.logIn();
    }

    @Bean
    AuthenticateUseCase authenticate(AuthAssembly assembly) {
        return assembly.authenticate();
    }

    @Bean
    AdmitRequestUseCase admitRequest(AuthAssembly assembly) {
        return assembly.admitRequest();
    }

    @Bean
    LogOutUseCase logOut(AuthAssembly assembly) {
        return assembly.logOut();
    }

    @Bean
    FindRevokedSessionsUseCase findRevokedSessions(AuthAssembly assembly) {
        return assembly.findRevokedSessions();
    }

    @Bean
    ListSessionsUseCase listSessions(AuthAssembly assembly) {
        return assembly.listSessions();
    }

    @Bean
    GetSessionUseCase getSession(AuthAssembly assembly) {
        return assembly.getSession();
    }

    @Bean
    EndSessionUseCase endSession(AuthAssembly assembly) {
        return assembly.endSession();
    }

    @Bean
    EndOtherSessionsUseCase endOtherSessions(AuthAssembly assembly) {
        return assembly.endOtherSessions();
    }

    @Bean
    ChangePasswordUseCase changePassword(AuthAssembly assembly) {
        return assembly.changePassword();
    }

    @Bean
    DeleteAccountUseCase deleteAccount(AuthAssembly assembly) {
        return assembly.deleteAccount();
    }

    @Bean
    FinishDeletionsUseCase finishDeletions(AuthAssembly assembly) {
        return assembly.finishDeletions();
    }

    /** Finishes what a crash left, once everybody who follows a deletion is there. */
    @Bean
    UnfinishedDeletions unfinishedDeletions(FinishDeletionsUseCase finishDeletions) {
        return new UnfinishedDeletions(finishDeletions);
    }
}
