package io.chatty.bootstrap;

import io.chatty.adapter.crypto.CryptoConfiguration;
import io.chatty.adapter.memory.MemoryConfiguration;
import io.chatty.adapter.stomp.StompConfiguration;
import io.chatty.adapter.web.WebConfiguration;
import io.chatty.bootstrap.operation.Operation;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Starts Chatty, or does what an operator asks for by an argument. Adapters are named here one by one, so that nothing is found on the
 * class path by accident.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    CryptoConfiguration.class,
    MemoryConfiguration.class,
    StoreSelector.class,
    WebConfiguration.class,
    StompConfiguration.class,
    UseCaseConfiguration.class,
    UserConfiguration.class,
    AuthConfiguration.class,
    ConversationConfiguration.class,
    ServerConfiguration.class
})
public class Chatty {

    public static void main(String[] args) {
        if (Operation.isWanted(args)) {
            System.exit(Operation.run(args));
        }
        SpringApplication.run(Chatty.class, args);
    }
}
