package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gives somebody a new password that opens one session, and ends all others. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class ResetPasswordConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ResetPasswordConfiguration.class);

    @Bean
    ApplicationRunner resetPassword(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            EmailAddress email = Arguments.email(arguments);
            Password once = auth.resetPassword().reset(email);
            // Said here and nowhere else: the operator hands it over.
            log.info("The password {} signs {} in once; all sessions are over", once.value(), email.value());
        });
    }
}
