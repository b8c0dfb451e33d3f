package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ProbeRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers at once and keeps nothing. */
public final class FakeProbeRepository implements ProbeRepository {

    private final Clock clock;

    public FakeProbeRepository(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CompletionStage<Instant> save(ClientMessageId mark) {
        return CompletableFuture.completedFuture(clock.instant());
    }
}
