package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.EmailAddress;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gives somebody a new password that opens one session, and ends all others. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class ResetPasswordConfiguration {

    @Bean
    ApplicationRunner resetPassword(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            EmailAddress email = Arguments.email(arguments);
            Password once = auth.resetPassword().reset(email);
            Report.say("The password " + once.value() + " signs " + email.value() + " in once; all sessions are over");
        });
    }
}
