package io.chatty.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.Probe;
import io.chatty.domain.conversation.ProbeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every {@link ProbeRegistry} promises, together with the notifier that it listens to. */
public abstract class ProbeRegistryContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ClientMessageId MARK = new ClientMessageId("mark");
    private static final ClientMessageId OTHER = new ClientMessageId("other");

    protected abstract ProbeRegistry registry();

    protected abstract ConversationNotifier notifier();

    private void tell(ClientMessageId mark) {
        notifier().tell(Probe.RECIPIENT, Probe.stored(mark, Instant.EPOCH));
    }

    private static CompletableFuture<ClientMessageId> future(CompletionStage<ClientMessageId> stage) {
        return stage.toCompletableFuture();
    }

    @Test
    void hearsOfAProbeThatIsTold() {
        CompletionStage<ClientMessageId> heard = registry().await(MARK);
        assertThat(future(heard)).isNotDone();

        tell(MARK);

        assertThat(future(heard)).succeedsWithin(PATIENCE).isEqualTo(MARK);
    }

    @Test
    void hearsOfNoOtherProbe() {
        CompletionStage<ClientMessageId> heard = registry().await(MARK);

        tell(OTHER);
        tell(MARK);

        assertThat(future(heard)).succeedsWithin(PATIENCE).isEqualTo(MARK);
        assertThat(future(registry().await(OTHER))).isNotDone();
    }

    @Test
    void waitsForTheLatestOnly() {
        CompletionStage<ClientMessageId> earlier = registry().await(MARK);
        CompletionStage<ClientMessageId> later = registry().await(OTHER);

        tell(MARK);
        tell(OTHER);

        assertThat(future(later)).succeedsWithin(PATIENCE).isEqualTo(OTHER);
        assertThat(future(earlier)).isNotDone();
    }
}
