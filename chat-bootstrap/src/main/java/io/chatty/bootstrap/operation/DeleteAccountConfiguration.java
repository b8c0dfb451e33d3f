package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.user.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Deletes somebody's account. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class DeleteAccountConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DeleteAccountConfiguration.class);

    @Bean
    ApplicationRunner deleteAccount(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            EmailAddress email = Arguments.email(arguments);
            auth.eraseAccount().erase(email);
            log.info("The account of {} is deleted", email.value());
        });
    }
}
