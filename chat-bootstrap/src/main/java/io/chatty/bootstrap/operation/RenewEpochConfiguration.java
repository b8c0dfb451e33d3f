package io.chatty.bootstrap.operation;

import io.chatty.application.store.StoreAssembly;
import io.chatty.bootstrap.StoreSelector;
import io.chatty.domain.StoreIdentityRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Tells a store that it was restored by other means than {@code restore}. */
@Configuration(proxyBeanMethods = false)
@Import(StoreSelector.class)
class RenewEpochConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RenewEpochConfiguration.class);

    @Bean
    ApplicationRunner renewEpoch(StoreIdentityRepository identity) {
        return arguments -> {
            Arguments.exactly(0, arguments);
            StoreAssembly.renewEpoch(identity).renew();
            log.info("The store begins a new epoch");
        };
    }
}
