package io.chatty.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import io.chatty.bootstrap.Chatty;
import io.chatty.conformance.client.ChattyServer;
import io.chatty.conformance.client.RandomWords;
import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.MessageRepository;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The crash suite can fail: it tells of a server that breaks its promises, and of none that keeps them. */
@Tag("heavy")
@SpringBootTest(
        classes = {Chatty.class, CrashVerdictTest.Vandals.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "chatty.bcrypt-strength=4")
@TestPropertySource(RaisedLimits.RESOURCE)
@ContextConfiguration(initializers = FreshDataFolder.class)
class CrashVerdictTest {

    private static final long SEED = 42;
    private static final int ENOUGH = 400;

    /** What becomes of an append, given the store that is vandalised and the draft; null leaves it alone. */
    private static final AtomicReference<BiFunction<MessageRepository, MessageDraft, Object>> VANDAL =
            new AtomicReference<>((store, draft) -> draft);

    @LocalServerPort
    private int port;

    @AfterEach
    void behave() {
        VANDAL.set((store, draft) -> draft);
    }

    private CrashVerdict verdict() {
        try (CrashLoad load = CrashLoad.begin(ChattyServer.at("http://localhost:" + port), SEED)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> load.acknowledged() >= ENOUGH);
            return load.finish();
        }
    }

    @Test
    void tellsOfNothingWhereAllIsKept() {
        CrashVerdict verdict = verdict();

        verdict.assertClean();
    }

    @Test
    void tellsOfLossesWhereMessagesAreAcknowledgedBeforeTheyAreWritten() {
        AtomicInteger appends = new AtomicInteger();
        VANDAL.set((store, draft) -> appends.incrementAndGet() % 20 == 0 ? onlyAcknowledged(store, draft) : draft);

        assertThat(verdict().lost()).isPositive();
    }

    @Test
    void tellsOfDoublesWhereClientMessageIdsAreForgotten() {
        VANDAL.set((store, draft) -> new MessageDraft(
                draft.participants(),
                draft.senderId(),
                new ClientMessageId(RandomWords.clientMessageId()),
                draft.text(),
                draft.replyTo(),
                draft.sentAt()));

        assertThat(verdict().doubled()).isPositive();
    }

    private static AppendOutcome onlyAcknowledged(MessageRepository store, MessageDraft draft) {
        Head head = store.head(draft.participants().conversationId());
        return new AppendOutcome.Appended(
                Message.compose(draft, draft.participants().conversationId(), head.lastSeq() + 1, head.rev() + 1));
    }

    /** Stands before the store. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Vandals {

        @Bean
        static BeanPostProcessor vandal() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof MessageRepository store ? vandalised(store) : bean;
                }
            };
        }

        private static MessageRepository vandalised(MessageRepository store) {
            MessageRepository vandalised = spy(store);
            doAnswer(append -> {
                        Consumer<AppendOutcome> inOrder = append.getArgument(1);
                        Object done = requireNonNull(VANDAL.get()).apply(store, append.getArgument(0));
                        if (done instanceof MessageDraft draft) {
                            return store.append(draft, inOrder);
                        }
                        inOrder.accept((AppendOutcome) done);
                        return CompletableFuture.completedFuture(done);
                    })
                    .when(vandalised)
                    .append(any(), any());
            return vandalised;
        }
    }
}
