package io.chatty.testkit.conversation;

import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationNotifier;
import io.chatty.domain.conversation.MessageCreated;
import io.chatty.domain.conversation.ProbeRegistry;
import io.chatty.domain.user.UserId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hears at once of whatever it is told. */
public final class FakeProbeRegistry implements ProbeRegistry, ConversationNotifier {

    private CompletableFuture<ClientMessageId> heard = new CompletableFuture<>();
    private @Nullable ClientMessageId awaited;

    @Override
    public synchronized CompletionStage<ClientMessageId> await(ClientMessageId mark) {
        awaited = mark;
        heard = new CompletableFuture<>();
        return heard;
    }

    @Override
    public synchronized void tell(UserId recipient, ConversationEvent event) {
        if (event instanceof MessageCreated created
                && created.message().clientMessageId().equals(awaited)) {
            heard.complete(created.message().clientMessageId());
        }
    }
}
