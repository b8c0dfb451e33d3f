package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.application.conversation.SendMessageCommand;
import io.chatty.application.conversation.SendMessageCommand.Target.ToConversation;
import io.chatty.application.conversation.SendMessageUseCase;
import io.chatty.application.conversation.SentMessage;
import io.chatty.domain.ChatException;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.JsonFields;
import io.chatty.wire.MessageResponse;
import io.chatty.wire.SendMessageRequest;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** Sends messages. Answers when the store has them, without a thread that waits for it. */
@ApiController
final class SendController {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final SendMessageUseCase sendMessage;

    SendController(SendMessageUseCase sendMessage) {
        this.sendMessage = sendMessage;
    }

    @PostMapping("/conversations/{id}/messages")
    CompletionStage<ResponseEntity<MessageResponse>> send(
            Session session,
            @PathVariable ConversationId id,
            @RequestHeader HttpHeaders headers,
            JsonFields fields,
            @RequestAttribute(name = ApiController.OVER_LIMIT, required = false) @Nullable ChatException refusal) {
        IdempotencyKey key = IdempotencyKey.read(headers, fields);
        SendMessageRequest request = key.applyTo(SendMessageRequest.read(fields));
        return send(request.command(session.userId(), new ToConversation(id)), refusal);
    }

    @PostMapping("/messages")
    CompletionStage<ResponseEntity<MessageResponse>> sendToPerson(
            Session session,
            @RequestHeader HttpHeaders headers,
            JsonFields fields,
            @RequestAttribute(name = ApiController.OVER_LIMIT, required = false) @Nullable ChatException refusal) {
        IdempotencyKey key = IdempotencyKey.read(headers, fields);
        if (fields.present("toUserId") && fields.present("conversationId")) {
            // As over STOMP: whoever names both may mean the other one.
            fields.reject("toUserId", ViolationCode.CONFLICT, "Either a conversation or a person is expected.");
        }
        SendMessageRequest request = key.applyTo(SendMessageRequest.readToPerson(fields));
        return send(request.command(session.userId()), refusal);
    }

    private CompletionStage<ResponseEntity<MessageResponse>> send(
            SendMessageCommand command, @Nullable ChatException refusal) {
        return sendMessage
                .send(refusal == null ? command : command.unlessRepeat(refusal))
                .thenApply(sent -> answer(sent, command.sender()));
    }

    private static ResponseEntity<MessageResponse> answer(SentMessage sent, UserId sender) {
        Message message = sent.message();
        MessageResponse body = Bodies.message(message, sender);
        return sent.replayed()
                ? ResponseEntity.ok().header(REPLAYED, "true").body(body)
                : ResponseEntity.created(location(message)).body(body);
    }

    private static URI location(Message message) {
        return URI.create(
                ApiController.ROOT + "/conversations/" + message.conversationId() + "/messages/" + message.seq());
    }
}
