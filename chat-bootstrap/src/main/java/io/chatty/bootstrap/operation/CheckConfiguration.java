package io.chatty.bootstrap.operation;

import io.chatty.adapter.mongo.MongoCheckConfiguration;
import io.chatty.adapter.mongo.MongoStoreConfiguration;
import io.chatty.adapter.sqlite.SqliteCheckConfiguration;
import io.chatty.application.store.CheckStoreUseCase;
import io.chatty.application.store.CheckedStore;
import io.chatty.application.store.StoreAssembly;
import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.AuditRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

/**
 * Reads a whole store, changes nothing, and says in a line each which promises it does not keep; ends with 0 if there are
 * none, with 1 if there are any, and with 2 if that could not be found out.
 */
@Configuration(proxyBeanMethods = false)
@Import(CheckConfiguration.StoreToRead.class)
class CheckConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CheckConfiguration.class);

    @Bean
    Check check(AuditRepository audit) {
        return new Check(StoreAssembly.checkStore(audit));
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
            CheckedStore checked = check();
            breaches = checked.breaches();
            log.info(
                    "{} conversations and {} messages are checked, {} promises are broken",
                    checked.conversations(),
                    checked.messages(),
                    checked.breaches());
        }

        private CheckedStore check() {
            try {
                return store.check(breach -> log.warn("{} {} at {}", breach.place(), breach.kind(), breach.at()));
            } catch (ChatException unavailable) {
                throw new OperationException(
                        "The store does not answer any more, and only a part of it is checked; check again.",
                        unavailable);
            }
        }

        @Override
        public int getExitCode() {
            return breaches == 0 ? 0 : 1;
        }
    }

    /** Takes the store that a server would, as {@link io.chatty.bootstrap.StoreSelector} does, but opens it to read. */
    static final class StoreToRead implements ImportSelector {

        private final Environment environment;

        StoreToRead(Environment environment) {
            this.environment = environment;
        }

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            boolean isNamed = StringUtils.hasText(environment.getProperty(MongoStoreConfiguration.URI));
            return new String[] {(isNamed ? MongoCheckConfiguration.class : SqliteCheckConfiguration.class).getName()};
        }
    }
}
