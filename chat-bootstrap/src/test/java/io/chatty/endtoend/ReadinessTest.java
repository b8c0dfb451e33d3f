package io.chatty.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.bootstrap.Chatty;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.domain.conversation.ConversationNotifier;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;

/** Ready is who can pass a message on. */
@SpringBootTest(
        classes = {Chatty.class, ReadinessTest.Scissors.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDataFolder.class)
class ReadinessTest {

    private static final AtomicBoolean CUT = new AtomicBoolean();

    @LocalServerPort
    private int port;

    @SuppressWarnings("NullAway.Init") // before each test
    private ChattyServer server;

    @BeforeEach
    void connect() {
        server = ChattyServer.at("http://localhost:" + port);
    }

    private int ask(String probe) {
        return server.rest().get("/actuator/health/" + probe).status();
    }

    @Test
    void isNotReadyWhileNobodyIsToldOfMessagesAndLivesOn() {
        await().atMost(Duration.ofSeconds(15)).until(() -> ask("readiness") == 200);

        CUT.set(true);
        await().atMost(Duration.ofSeconds(10)).until(() -> ask("readiness") == 503);
        assertThat(ask("liveness")).isEqualTo(200);
        assertThat(server.rest().get("/actuator/health/readiness").json().string("status"))
                .isEqualTo("DOWN");

        CUT.set(false);
        await().atMost(Duration.ofSeconds(15)).until(() -> ask("readiness") == 200);
    }

    /** Cuts the notifier off. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Scissors {

        @Bean
        static BeanPostProcessor cuttable() {
            return new BeanPostProcessor() {

                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof ConversationNotifier notifier
                            ? (ConversationNotifier) (recipient, event) -> {
                                if (!CUT.get()) {
                                    notifier.tell(recipient, event);
                                }
                            }
                            : bean;
                }
            };
        }
    }
}
