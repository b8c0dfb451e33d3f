package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.application.conversation.DeleteMessageUseCase;
import io.chatty.application.conversation.EditMessageUseCase;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MessageText;
import io.chatty.wire.Bodies;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import io.chatty.wire.MessageResponse;
import java.util.concurrent.CompletionStage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Edits and deletes messages. Answers when the store has it, without a thread that waits for it. */
@ApiController
final class ChangeController {

    private final EditMessageUseCase editMessage;
    private final DeleteMessageUseCase deleteMessage;

    ChangeController(EditMessageUseCase editMessage, DeleteMessageUseCase deleteMessage) {
        this.editMessage = editMessage;
        this.deleteMessage = deleteMessage;
    }

    @PatchMapping("/conversations/{id}/messages/{seq}")
    CompletionStage<MessageResponse> edit(
            Session session, @PathVariable ConversationId id, @PathVariable String seq, JsonFields fields) {
        long number = Seqs.read(seq);
        Field<MessageText> text = fields.required("text", MessageText::new);
        fields.check();
        return editMessage
                .edit(session.userId(), id, number, text.get())
                .thenApply(message -> Bodies.message(message, session.userId()));
    }

    @DeleteMapping("/conversations/{id}/messages/{seq}")
    CompletionStage<ResponseEntity<Void>> delete(
            Session session, @PathVariable ConversationId id, @PathVariable String seq) {
        return deleteMessage
                .delete(session.userId(), id, Seqs.read(seq))
                .thenApply(message -> ResponseEntity.noContent().build());
    }
}
