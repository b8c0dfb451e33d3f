package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.EmailAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Makes an account for somebody, and says the password that opens it once. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class CreateAccountConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CreateAccountConfiguration.class);

    @Bean
    ApplicationRunner createAccount(AuthAssembly auth) {
        return Refusable.runner(arguments -> {
            List<String> given = Arguments.exactly(2, arguments);
            EmailAddress email = Arguments.email(given.get(0));
            String name = given.get(1);
            Password once = auth.createAccount().create(email, Arguments.name(name));
            // Said here and nowhere else: the operator hands it over.
            log.info("{} has an account; the password {} signs in once", email.value(), once.value());
        });
    }
}
