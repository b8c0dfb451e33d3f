package io.chatty.adapter.stomp.conversation;

import io.chatty.adapter.stomp.Command;
import io.chatty.adapter.stomp.Destination;
import io.chatty.adapter.stomp.Outcome;
import io.chatty.adapter.stomp.SendHandler;
import io.chatty.adapter.stomp.StompProperties;
import io.chatty.application.conversation.SignalTypingUseCase;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

@Component
final class TypingHandler implements SendHandler {

    private final SignalTypingUseCase signalTyping;
    private final long intervalNanos;

    TypingHandler(SignalTypingUseCase signalTyping, StompProperties limits) {
        this.signalTyping = signalTyping;
        this.intervalNanos = limits.typingInterval().toNanos();
    }

    @Override
    public Destination destination() {
        return Destination.TYPING;
    }

    @Override
    public CompletionStage<Outcome> handle(Command command) {
        JsonFields fields = command.fields();
        Field<ConversationId> conversation = fields.required("conversationId", ConversationId::new);
        Field<Boolean> active = fields.requiredBoolean("active");
        fields.check();
        TypingPace pace = command.note(TypingPace.class, TypingPace::new);
        long now = System.nanoTime();
        if (pace.isTooMuch(conversation.get(), active.get(), now, intervalNanos)) {
            return Outcome.accepted();
        }
        signalTyping.signal(command.user(), conversation.get(), active.get());
        // Only what was shown counts, so that a refusal is told every time.
        pace.shown(conversation.get(), active.get(), now);
        return Outcome.accepted();
    }
}
