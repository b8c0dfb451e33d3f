package io.chatty.bootstrap.operation;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which operations there are. */
@Configuration(proxyBeanMethods = false)
class UnknownOperationConfiguration {

    @Bean
    ApplicationRunner unknown() {
        return arguments -> {
            throw new OperationException("There is no operation "
                    + arguments.getNonOptionArgs().get(0) + "; there are: " + Operation.usages() + ".");
        };
    }
}
