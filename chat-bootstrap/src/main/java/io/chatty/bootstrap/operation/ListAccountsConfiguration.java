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
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Says in a line each who has an account. */
@Configuration(proxyBeanMethods = false)
@Import(AccountsConfiguration.class)
class ListAccountsConfiguration {

    private static final int PAGE = 500;

    @Bean
    ApplicationRunner listAccounts(UserRepository users, AuthAssembly.People people, UserNotifier nobody, Clock clock) {
        UserAssembly.Stores stores = new UserAssembly.Stores(users, people.blocks(), people.acquaintances());
        ListAccountsUseCase accounts =
                new UserAssembly(stores, people.relations(), nobody, DirectoryMode.OPEN, clock).listAccounts();
        return arguments -> {
            Arguments.exactly(0, arguments);
            List<User> page = accounts.list(null, PAGE);
            long count = 0;
            while (!page.isEmpty()) {
                page.forEach(ListAccountsConfiguration::say);
                count += page.size();
                page = accounts.list(page.get(page.size() - 1).id(), PAGE);
            }
            Report.say(count + " accounts");
        };
    }

    private static void say(User user) {
        Report.say(String.join(
                " ",
                user.id().value(),
                user.email().value(),
                user.name().value(),
                "since " + user.createdAt() + ",",
                "sign-in " + user.admission().name().toLowerCase(Locale.ROOT)));
    }
}
