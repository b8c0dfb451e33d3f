package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.application.conversation.UpdateReceiptsUseCase;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.wire.Bodies;
import io.chatty.wire.JsonFields;
import io.chatty.wire.ReceiptsRequest;
import io.chatty.wire.ReceiptsResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

@ApiController
final class ReceiptsController {

    private final UpdateReceiptsUseCase updateReceipts;

    ReceiptsController(UpdateReceiptsUseCase updateReceipts) {
        this.updateReceipts = updateReceipts;
    }

    @PutMapping("/conversations/{id}/receipts")
    ReceiptsResponse update(Session session, @PathVariable ConversationId id, JsonFields fields) {
        ReceiptsRequest request = ReceiptsRequest.read(fields);
        return Bodies.receipts(updateReceipts.update(session.userId(), id, request.report()));
    }
}
