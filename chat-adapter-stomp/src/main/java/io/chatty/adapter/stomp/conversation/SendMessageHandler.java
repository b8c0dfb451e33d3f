package io.chatty.adapter.stomp.conversation;

import io.chatty.adapter.stomp.Command;
import io.chatty.adapter.stomp.Destination;
import io.chatty.adapter.stomp.Outcome;
import io.chatty.adapter.stomp.SendHandler;
import io.chatty.application.conversation.SendMessageUseCase;
import io.chatty.application.conversation.SentMessage;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.SendMessageRequest;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class SendMessageHandler implements SendHandler {

    private final SendMessageUseCase sendMessage;

    SendMessageHandler(SendMessageUseCase sendMessage) {
        this.sendMessage = sendMessage;
    }

    @Override
    public Destination destination() {
        return Destination.MESSAGES_SEND;
    }

    @Override
    public CompletionStage<Outcome> handle(Command command) {
        UserId sender = command.user();
        SendMessageRequest request = SendMessageRequest.readAddressed(command.fields());
        ClientMessageId given = request.clientMessageId();
        return sendMessage.send(request.command(sender)).thenApply(sent -> outcome(sent, given, sender));
    }

    private static Outcome outcome(SentMessage sent, @Nullable ClientMessageId given, UserId sender) {
        return new Outcome(new Outcome.Ack(
                given == null ? null : given.value(), sent.replayed(), Bodies.message(sent.message(), sender)));
    }
}
