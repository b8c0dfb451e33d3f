package io.chatty.bootstrap;

import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.ExpirePresenceUseCase;
import io.chatty.application.presence.GetPresenceUseCase;
import io.chatty.application.presence.PresenceAssembly;
import io.chatty.application.presence.ReportActivityUseCase;
import io.chatty.application.presence.WatchPresenceUseCase;
import io.chatty.domain.presence.LastSeenRepository;
import io.chatty.domain.presence.PresenceNotifier;
import io.chatty.domain.presence.PresenceRegistry;
import io.chatty.domain.user.AcquaintanceRepository;
import io.chatty.domain.user.BlockRepository;
import io.chatty.domain.user.Relations;
import io.chatty.domain.user.UserRepository;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the use cases of the ports that the adapters bring. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {

    /** The one clock. It ticks in milliseconds, which is what stores keep: a time is the same before and after storing. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** What stands between people, in the memory of this node. */
    @Bean
    Relations relations(
            UserRepository users, BlockRepository blocks, AcquaintanceRepository acquaintances, Clock clock) {
        return new Relations(users, blocks, acquaintances, clock);
    }

    @Configuration(proxyBeanMethods = false)
    static class Presence {

        @Bean
        PresenceAssembly.People people(Relations relations, AcquaintanceRepository acquaintances) {
            return new PresenceAssembly.People(relations, acquaintances);
        }

        @Bean
        PresenceAssembly presenceAssembly(
                PresenceRegistry registry,
                LastSeenRepository lastSeen,
                PresenceAssembly.People people,
                PresenceNotifier notifier,
                Clock clock) {
            return new PresenceAssembly(registry, lastSeen, people, notifier, clock);
        }

        @Bean
        ConnectUseCase connect(PresenceAssembly assembly) {
            return assembly.connect();
        }

        @Bean
        DisconnectUseCase disconnect(PresenceAssembly assembly) {
            return assembly.disconnect();
        }

        @Bean
        ReportActivityUseCase reportActivity(PresenceAssembly assembly) {
            return assembly.reportActivity();
        }

        @Bean
        WatchPresenceUseCase watchPresence(PresenceAssembly assembly) {
            return assembly.watchPresence();
        }

        @Bean
        GetPresenceUseCase getPresence(PresenceAssembly assembly) {
            return assembly.getPresence();
        }

        @Bean
        ExpirePresenceUseCase expirePresence(PresenceAssembly assembly) {
            return assembly.expirePresence();
        }
    }
}
