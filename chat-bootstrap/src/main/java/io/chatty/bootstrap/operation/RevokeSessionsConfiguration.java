package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.user.EmailAddress;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Signs somebody out everywhere. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class RevokeSessionsConfiguration {

    @Bean
    ApplicationRunner revokeSessions(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            EmailAddress email = Arguments.email(arguments);
            auth.revokeSessions().revokeAll(email);
            Report.say(email.value() + " is signed out everywhere");
        });
    }
}
