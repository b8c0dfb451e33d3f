package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.application.conversation.GetConversationUseCase;
import io.chatty.application.conversation.OpenConversationUseCase;
import io.chatty.application.conversation.OpenConversationUseCase.Opened;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.ConversationResponse;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

@ApiController
final class ConversationController {

    private final OpenConversationUseCase openConversation;
    private final GetConversationUseCase getConversation;

    ConversationController(OpenConversationUseCase openConversation, GetConversationUseCase getConversation) {
        this.openConversation = openConversation;
        this.getConversation = getConversation;
    }

    @PutMapping("/conversations/with/{userId}")
    ResponseEntity<ConversationResponse> open(Session session, @PathVariable UserId userId) {
        Opened opened = openConversation.open(session.userId(), userId);
        ConversationResponse conversation = Bodies.conversation(opened.conversation());
        return opened.created()
                ? ResponseEntity.created(URI.create(ApiController.ROOT + "/conversations/" + conversation.id()))
                        .body(conversation)
                : ResponseEntity.ok(conversation);
    }

    @GetMapping("/conversations/{id}")
    ConversationResponse one(Session session, @PathVariable ConversationId id) {
        return Bodies.conversation(getConversation.get(session.userId(), id));
    }
}
