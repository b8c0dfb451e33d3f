package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.user.EmailAddress;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Closes somebody's account. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class DisableAccountConfiguration {

    @Bean
    ApplicationRunner disableAccount(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            EmailAddress email = Arguments.email(arguments);
            auth.disableAccount().disable(email);
            Report.say(email.value() + " cannot sign in any more until the password is reset");
        });
    }
}
