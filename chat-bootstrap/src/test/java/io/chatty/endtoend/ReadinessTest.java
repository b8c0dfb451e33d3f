package io.chatty.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatty.adapter.sqlite.SqliteStore;
import io.chatty.bootstrap.Chatty;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.testkit.Concurrently;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(15);

    /** What telling waits for, and whether anybody is told then. */
    private static final AtomicReference<CompletableFuture<Boolean>> TOLD =
            new AtomicReference<>(CompletableFuture.completedFuture(true));

    private final SqliteStore store;
    private final ChattyServer server;

    ReadinessTest(@Autowired SqliteStore store, @LocalServerPort int port) {
        this.store = store;
        this.server = ChattyServer.at("http://localhost:" + port);
    }

    @BeforeEach
    void isReady() {
        awaitReady(HEALED_WITHIN);
    }

    @Test
    void isNotReadyWhileNobodyIsToldOfMessages() {
        TOLD.set(CompletableFuture.completedFuture(false));
        awaitNotReady();

        TOLD.set(CompletableFuture.completedFuture(true));
        awaitReady(HEALED_WITHIN);
    }

    @Test
    void isNotReadyWhileTellingIsStuck() {
        CompletableFuture<Boolean> stuck = new CompletableFuture<>();
        TOLD.set(stuck);
        awaitNotReady();

        TOLD.set(CompletableFuture.completedFuture(true));
        stuck.complete(true);
        awaitReady(HEALED_WITHIN);
    }

    @Test
    void isNotReadyWhileTheStoreIsStuckAndKeepsNobodyWaitingWhoAsks() {
        CompletableFuture<Boolean> stuck = new CompletableFuture<>();
        CompletableFuture<Boolean> written =
                store.writer().submit(connection -> stuck.join(), result -> {}).toCompletableFuture();
        awaitNotReady();
        Instant asked = Instant.now();
        assertThat(Concurrently.call(100, i -> ask("readiness"))).containsOnly(503);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));

        stuck.complete(true);
        assertThat(written).succeedsWithin(HEALED_WITHIN);
        awaitReady(HEALED_WITHIN);
    }

    private void awaitReady(Duration limit) {
        await().atMost(limit).until(() -> ask("readiness") == 200);
    }

    private void awaitNotReady() {
        await().atMost(NOTICED_WITHIN).until(() -> ask("readiness") == 503);
        assertThat(server.rest().get("/actuator/health/readiness").json().string("status"))
                .isEqualTo("DOWN");
        assertThat(ask("liveness")).isEqualTo(200);
    }

    private int ask(String probe) {
        return server.rest().get("/actuator/health/" + probe).status();
    }

    /** Cuts the notifier off, or holds it up. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Scissors {

        @Bean
        static BeanPostProcessor cuttable() {
            return new BeanPostProcessor() {

                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof ConversationNotifier notifier
                            ? (ConversationNotifier) (recipient, event) -> {
                                if (requireNonNull(TOLD.get()).join()) {
                                    notifier.tell(recipient, event);
                                }
                            }
                            : bean;
                }
            };
        }
    }
}
