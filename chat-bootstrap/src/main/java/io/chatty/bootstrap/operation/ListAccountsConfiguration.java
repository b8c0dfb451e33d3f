package io.chatty.bootstrap.operation;

import io.chatty.application.auth.AuthAssembly;
import io.chatty.application.user.DirectoryMode;
import io.chatty.application.user.ListAccountsUseCase;
import io.chatty.application.user.UserAssembly;
import io.chatty.domain.user.User;
import io.chatty.domain.user.UserNotifier;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Says in a line each who has an account. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class ListAccountsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ListAccountsConfiguration.class);

    private static final int PAGE = 500;

    @Bean
    ApplicationRunner listAccounts(UserRepository users, AuthAssembly.People people, UserNotifier nobody, Clock clock) {
        UserAssembly.Stores stores = new UserAssembly.Stores(users, people.blocks(), people.acquaintances());
        ListAccountsUseCase accounts = new UserAssembly(
                        stores, people.relations(), nobody, DirectoryMode.OPEN, clock)
                .listAccounts();
        return arguments -> {
            Arguments.exactly(0, arguments);
            List<User> page = accounts.list(null, PAGE);
            long count = 0;
            while (!page.isEmpty()) {
                page.forEach(ListAccountsConfiguration::say);
                count += page.size();
                page = accounts.list(page.get(page.size() - 1).id(), PAGE);
            }
            log.info("{} accounts", count);
        };
    }

    private static void say(User user) {
        log.info(
                "{} {} {} since {}, sign-in {}",
                user.id(),
                user.email().value(),
                user.name().value(),
                user.createdAt(),
                user.admission().name().toLowerCase(Locale.ROOT));
    }
}
