package io.chatty.bootstrap;

import io.chatty.application.user.BlockPersonUseCase;
import io.chatty.application.user.BrowseDirectoryUseCase;
import io.chatty.application.user.ChangeProfileUseCase;
import io.chatty.application.user.DirectoryMode;
import io.chatty.application.user.GetMeUseCase;
import io.chatty.application.user.GetPersonUseCase;
import io.chatty.application.user.ListBlocksUseCase;
import io.chatty.application.user.LookUpPersonUseCase;
import io.chatty.application.user.UnblockPersonUseCase;
import io.chatty.application.user.UserAssembly;
import io.chatty.domain.RateLimiter;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserNotifier;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the use cases of users of the ports that the adapters bring. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

    @Bean
    UserAssembly.Stores userStores(UserRepository users, BlockRepository blocks, AcquaintanceRepository acquaintances) {
        return new UserAssembly.Stores(users, blocks, acquaintances);
    }

    @Bean
    UserAssembly userAssembly(
            UserAssembly.Stores stores, Relations relations, UserNotifier notifier, DirectoryMode mode, Clock clock) {
        return new UserAssembly(stores, relations, notifier, mode, clock);
    }

    @Bean
    GetMeUseCase getMe(UserAssembly assembly) {
        return assembly.getMe();
    }

    @Bean
    ChangeProfileUseCase changeProfile(UserAssembly assembly) {
        return assembly.changeProfile();
    }

    @Bean
    GetPersonUseCase getPerson(UserAssembly assembly) {
        return assembly.getPerson();
    }

    @Bean
    BrowseDirectoryUseCase browseDirectory(UserAssembly assembly) {
        return assembly.browseDirectory();
    }

    @Bean
    LookUpPersonUseCase lookUpPerson(UserAssembly assembly, RateLimiter limiter) {
        return assembly.lookUpPerson(limiter);
    }

    @Bean
    BlockPersonUseCase blockPerson(UserAssembly assembly) {
        return assembly.blockPerson();
    }

    @Bean
    UnblockPersonUseCase unblockPerson(UserAssembly assembly) {
        return assembly.unblockPerson();
    }

    @Bean
    ListBlocksUseCase listBlocks(UserAssembly assembly) {
        return assembly.listBlocks();
    }
}
