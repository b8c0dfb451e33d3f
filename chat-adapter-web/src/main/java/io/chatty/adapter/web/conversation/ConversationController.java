package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Cursors;
import io.chatty.adapter.web.PageResponse;
import io.chatty.adapter.web.Query;
import io.chatty.application.conversation.GetConversationUseCase;
import io.chatty.application.conversation.ListConversationsUseCase;
import io.chatty.application.conversation.OpenConversationUseCase;
import io.chatty.application.conversation.OpenConversationUseCase.Opened;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.ConversationResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

@ApiController
final class ConversationController {

    private static final String LIST = "conversations";

    private final ListConversationsUseCase listConversations;
    private final OpenConversationUseCase openConversation;
    private final GetConversationUseCase getConversation;
    private final Cursors cursors;

    ConversationController(
            ListConversationsUseCase listConversations,
            OpenConversationUseCase openConversation,
            GetConversationUseCase getConversation,
            Cursors cursors) {
        this.listConversations = listConversations;
        this.openConversation = openConversation;
        this.getConversation = getConversation;
        this.cursors = cursors;
    }

    @GetMapping("/conversations")
    ResponseEntity<PageResponse<ConversationResponse>> list(Session session, Query query) {
        UserId me = session.userId();
        int limit = query.limit();
        String cursor = query.text("cursor");
        query.check();
        ConversationPosition after = cursor == null ? null : position(cursors.open(LIST, me, cursor));
        List<ConversationView> found = listConversations.list(me, ConversationFilter.ALL, after, limit + 1);
        return PageResponse.of(found, limit, last -> cursors.seal(LIST, me, position(last)), Bodies::conversation)
                .answer(query);
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

    private static String position(ConversationView view) {
        ConversationPosition position = view.entry().position();
        return position.at() + " " + position.id();
    }

    /** Reads what {@link #position(ConversationView)} wrote. */
    private static ConversationPosition position(String written) {
        int space = written.indexOf(' ');
        return new ConversationPosition(
                Instant.parse(written.substring(0, space)), new ConversationId(written.substring(space + 1)));
    }
}
