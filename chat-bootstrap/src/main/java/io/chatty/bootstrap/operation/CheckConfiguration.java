package io.chatty.bootstrap.operation;

import io.chatty.application.store.CheckStoreUseCase;
import io.chatty.application.store.CheckedStore;
import io.chatty.application.store.StoreAssembly;
import io.chatty.bootstrap.StoreSelector;
import io.chatty.domain.StoreIdentityRepository;
import io.chatty.domain.conversation.AuditRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Reads a whole store and says in a line each which promises it does not keep; ends with 1 if there are any. */
@Configuration(proxyBeanMethods = false)
@Import(StoreSelector.class)
class CheckConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CheckConfiguration.class);

    @Bean
    Check check(AuditRepository audit, StoreIdentityRepository identity) {
        return new Check(new StoreAssembly(audit, identity).checkStore());
    }

    static final class Check implements ApplicationRunner, ExitCodeGenerator {

        private final CheckStoreUseCase store;
        private long breaches;

        Check(CheckStoreUseCase store) {
            this.store = store;
        }

        @Override
        public void run(ApplicationArguments arguments) {
            Arguments.exactly(0, arguments);
            CheckedStore checked = store.check(
                    breach -> log.warn("{} {} at {}", breach.conversation().value(), breach.kind(), breach.at()));
            breaches = checked.breaches();
            log.info(
                    "{} conversations and {} messages are checked, {} promises are broken",
                    checked.conversations(),
                    checked.messages(),
                    checked.breaches());
        }

        @Override
        public int getExitCode() {
            return breaches == 0 ? 0 : 1;
        }
    }
}
