package io.chatty.application.conversation;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ClientMessageIdGenerator;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.Probe;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.domain.conversation.ProbeRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

final class CheckMessagePathService implements CheckMessagePathUseCase {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Beyond this, two servers could disagree about what happened lately. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(10);

    private final ProbeRepository probes;
    private final ProbeRegistry connection;
    private final ConversationNotifier notifier;
    private final ClientMessageIdGenerator marks;
    private final Clock clock;

    CheckMessagePathService(
            ProbeRepository probes,
            ProbeRegistry connection,
            ConversationNotifier notifier,
            ClientMessageIdGenerator marks,
            Clock clock) {
        this.probes = probes;
        this.connection = connection;
        this.notifier = notifier;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Boolean> check() {
        ClientMessageId mark = marks.next();
        CompletionStage<ClientMessageId> heard = connection.await(mark);
        return probes.save(mark)
                .thenCompose(storeTime -> publish(mark, storeTime, heard))
                .toCompletableFuture()
                .copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(CheckMessagePathService::outcome);
    }

    /** A store that refuses and a probe that is late say that the path is broken; anything else is a defect of ours. */
    private static boolean outcome(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof ChatException || cause instanceof TimeoutException) {
            return false;
        }
        throw new CompletionException(cause);
    }

    private CompletionStage<Boolean> publish(
            ClientMessageId mark, Instant storeTime, CompletionStage<ClientMessageId> heard) {
        Instant now = clock.instant();
        notifier.tell(Probe.RECIPIENT, Probe.stored(mark, now));
        boolean clocksAgree = Duration.between(storeTime, now).abs().compareTo(CLOCKS_APART) <= 0;
        return heard.thenApply(same -> clocksAgree);
    }
}
