package io.chatty.adapter.stomp.conversation;

import io.chatty.adapter.stomp.Command;
import io.chatty.adapter.stomp.Destination;
import io.chatty.adapter.stomp.Outcome;
import io.chatty.adapter.stomp.SendHandler;
import io.chatty.application.conversation.UpdateReceiptsUseCase;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import io.chatty.wire.ReceiptsRequest;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

@Component
final class ReceiptsHandler implements SendHandler {

    private final UpdateReceiptsUseCase updateReceipts;

    ReceiptsHandler(UpdateReceiptsUseCase updateReceipts) {
        this.updateReceipts = updateReceipts;
    }

    @Override
    public Destination destination() {
        return Destination.RECEIPTS;
    }

    @Override
    public CompletionStage<Outcome> handle(Command command) {
        JsonFields fields = command.fields();
        Field<ConversationId> conversation = fields.required("conversationId", ConversationId::new);
        ReceiptsRequest request = ReceiptsRequest.read(fields);
        updateReceipts.update(command.user(), conversation.get(), request.report());
        return Outcome.accepted();
    }
}
