package io.chatty.bootstrap;

import io.chatty.application.auth.AdmitRequestUseCase;
import io.chatty.application.auth.AuthAssembly;
import io.chatty.application.auth.AuthenticateUseCase;
import io.chatty.application.auth.LogInUseCase;
import io.chatty.application.auth.LogOutUseCase;
import io.chatty.application.auth.RegisterUseCase;
import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.ExpirePresenceUseCase;
import io.chatty.application.presence.GetPresenceUseCase;
import io.chatty.application.presence.PresenceAssembly;
import io.chatty.application.presence.ReportActivityUseCase;
import io.chatty.application.presence.WatchPresenceUseCase;
import io.chatty.application.user.BrowseDirectoryUseCase;
import io.chatty.application.user.GetMeUseCase;
import io.chatty.application.user.GetPersonUseCase;
import io.chatty.application.user.UserAssembly;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.UserIdGenerator;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the use cases of the ports that the adapters bring. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {

    /** The one clock. It ticks in milliseconds, which is what stores keep: a time is the same before and after storing. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Configuration(proxyBeanMethods = false)
    static class User {

        @Bean
        UserAssembly userAssembly(UserRepository users) {
            return new UserAssembly(users);
        }

        @Bean
        GetMeUseCase getMe(UserAssembly assembly) {
            return assembly.getMe();
        }

        @Bean
        GetPersonUseCase getPerson(UserAssembly assembly) {
            return assembly.getPerson();
        }

        @Bean
        BrowseDirectoryUseCase browseDirectory(UserAssembly assembly) {
            return assembly.browseDirectory();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Auth {

        private final RateLimiter limiter;

        Auth(RateLimiter limiter) {
            this.limiter = limiter;
        }

        @Bean
        AuthAssembly.Secrets secrets(
                UserIdGenerator userIds,
                SessionIssuer sessions,
                PasswordHasher passwords,
                CommonPasswordRegistry commonPasswords) {
            return new AuthAssembly.Secrets(userIds, sessions, passwords, commonPasswords);
        }

        @Bean
        AuthAssembly authAssembly(
                UserRepository users,
                SessionRepository sessions,
                List<SessionNotifier> transports,
                AuthAssembly.Secrets secrets,
                Clock clock) {
            SessionNotifier all = event -> transports.forEach(transport -> transport.tell(event));
            return new AuthAssembly(users, sessions, all, secrets, limiter, clock);
        }

        @Bean
        RegisterUseCase register(AuthAssembly assembly) {
            return assembly.register();
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
    }

    @Configuration(proxyBeanMethods = false)
    static class Presence {

        @Bean
        PresenceAssembly presenceAssembly(
                PresenceRegistry registry,
                LastSeenRepository lastSeen,
                ConversationRepository conversations,
                PresenceNotifier notifier,
                Clock clock) {
            return new PresenceAssembly(registry, lastSeen, conversations, notifier, clock);
        }

        @Bean
        ConnectUseCase connect(PresenceAssembly assembly) {
            return assembly.connect();
        }

        @Bean
        DisconnectUseCase disconnect(PresenceAssembly assembly) {
            return assembly.disconnect();
        }

        @Bean
        ReportActivityUseCase reportActivity(PresenceAssembly assembly) {
            return assembly.reportActivity();
        }

        @Bean
        WatchPresenceUseCase watchPresence(PresenceAssembly assembly) {
            return assembly.watchPresence();
        }

        @Bean
        GetPresenceUseCase getPresence(PresenceAssembly assembly) {
            return assembly.getPresence();
        }

        @Bean
        ExpirePresenceUseCase expirePresence(PresenceAssembly assembly) {
            return assembly.expirePresence();
        }
    }
}
