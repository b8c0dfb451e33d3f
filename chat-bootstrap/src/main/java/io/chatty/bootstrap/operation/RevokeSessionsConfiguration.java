package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.user.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Signs somebody out everywhere. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class RevokeSessionsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RevokeSessionsConfiguration.class);

    @Bean
    ApplicationRunner revokeSessions(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            EmailAddress email = Arguments.email(arguments);
            auth.revokeSessions().revokeAll(email);
            log.info("{} is signed out everywhere", email.value());
        });
    }
}
