package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.EmailAddress;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Makes an account for somebody, and says the password that opens it once. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class CreateAccountConfiguration {

    @Bean
    ApplicationRunner createAccount(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            List<String> given = Arguments.exactly(2, arguments);
            EmailAddress email = Arguments.email(given.get(0));
            String name = given.get(1);
            Password once = auth.createAccount().create(email, Arguments.name(name));
            Report.say(email.value() + " has an account; the password " + once.value() + " signs in once");
        });
    }
}
