package io.chatty.bootstrap.operation;

import io.chatty.adapter.crypto.CryptoConfiguration;
import io.chatty.application.auth.AuthAssembly;
import io.chatty.bootstrap.StoreSelector;
import io.chatty.domain.RateClaim;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.OneTimePasswordGenerator;
import io.chatty.domain.auth.PasswordHasher;
import io.chatty.domain.auth.SessionIssuer;
import io.chatty.domain.auth.SessionNotifier;
import io.chatty.domain.auth.SessionRepository;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.RelationEvent;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserIdGenerator;
import io.chatty.domain.user.UserNotifier;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The use cases of accounts without a server: nobody is connected here, so nobody is told. A server that runs beside it on the
 * same store notices by itself.
 */
@Configuration(proxyBeanMethods = false)
@Import({StoreSelector.class, CryptoConfiguration.class})
class AccountsConfiguration {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    UserNotifier nobodyOfUsers() {
        return (recipient, event) -> {};
    }

    @Bean
    SessionNotifier nobodyOfSessions() {
        return event -> {};
    }

    @Bean
    AuthAssembly.People people(
            UserRepository users,
            BlockRepository blocks,
            AcquaintanceRepository acquaintances,
            ConversationRepository conversations,
            Clock clock) {
        Relations relations = new Relations(users, blocks, acquaintances, clock);
        // As a server does it: whoever syncs next learns that an account is deleted.
        relations.follow(event -> {
            if (event instanceof RelationEvent.AccountChanged changed) {
                conversations.touchAll(changed.person(), clock.instant());
            }
        });
        return new AuthAssembly.People(users, blocks, acquaintances, relations);
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
    AuthAssembly auth(
            AuthAssembly.People people,
            SessionRepository sessions,
            SessionNotifier sessionNotifier,
            UserNotifier userNotifier,
            AuthAssembly.Secrets secrets) {
        AuthAssembly.Notifiers nobody = new AuthAssembly.Notifiers(sessionNotifier, userNotifier);
        return new AuthAssembly(people, sessions, nobody, secrets, withoutLimits(), clock());
    }

    /** Whoever may run a command on the store itself may do so as often as he likes. */
    private static RateLimiter withoutLimits() {
        return new RateLimiter() {
            @Override
            public void take(RateClaim... claims) {}

            @Override
            public void giveBack(RateClaim... claims) {}
        };
    }
}
