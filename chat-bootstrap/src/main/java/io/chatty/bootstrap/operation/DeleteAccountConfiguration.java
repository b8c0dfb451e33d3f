package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.user.EmailAddress;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Deletes somebody's account. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class DeleteAccountConfiguration {

    @Bean
    ApplicationRunner deleteAccount(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            EmailAddress email = Arguments.email(arguments);
            auth.eraseAccount().erase(email);
            Report.say("The account of " + email.value() + " is deleted");
        });
    }
}
