package io.chatty.adapter.stomp.conversation;

import io.chatty.adapter.stomp.InnerSessions;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.Probe;
import io.chatty.domain.conversation.ProbeRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears of probes on a session of its own. */
@Component
final class StompProbeRegistry implements ProbeRegistry {

    private final AtomicReference<@Nullable Awaited> awaited = new AtomicReference<>();

    StompProbeRegistry(InnerSessions sessions) {
        sessions.open(Probe.RECIPIENT, this::hear);
    }

    @Override
    public CompletionStage<ClientMessageId> await(ClientMessageId mark) {
        Awaited next = new Awaited(mark, new CompletableFuture<>());
        awaited.set(next);
        return next.heard().minimalCompletionStage();
    }

    private void hear(String frame) {
        Awaited now = awaited.get();
        if (now != null && frame.contains("\"clientMessageId\":\"" + now.mark().value() + "\"")) {
            now.heard().complete(now.mark());
        }
    }

    private record Awaited(ClientMessageId mark, CompletableFuture<ClientMessageId> heard) {}
}
