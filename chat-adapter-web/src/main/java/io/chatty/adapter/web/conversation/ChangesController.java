package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Query;
import io.chatty.application.conversation.ReadChangesUseCase;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ChangesPage;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.MessageResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiController
final class ChangesController {

    private static final String SINCE = "since";

    private final ReadChangesUseCase readChanges;

    ChangesController(ReadChangesUseCase readChanges) {
        this.readChanges = readChanges;
    }

    @GetMapping("/conversations/{id}/changes")
    ChangesResponse changes(Session session, @PathVariable ConversationId id, Query query) {
        Long since = query.number(SINCE);
        int limit = query.limit();
        if (!query.has(SINCE)) {
            query.reject(SINCE, ViolationCode.REQUIRED, "The number up to which everything is known is expected.");
        }
        query.check();
        return ChangesResponse.of(
                readChanges.read(session.userId(), id, since == null ? 0 : since, limit), session.userId());
    }

    /**
     * What changed in a conversation.
     *
     * @param messages in their current state, ascending by {@code rev}
     * @param rev up to here the answer is complete
     * @param hasMore whether there are later changes
     */
    record ChangesResponse(List<MessageResponse> messages, long rev, boolean hasMore) {

        static ChangesResponse of(ChangesPage page, UserId viewer) {
            return new ChangesResponse(
                    page.messages().stream()
                            .map(message -> Bodies.message(message, viewer))
                            .toList(),
                    page.rev(),
                    page.hasMore());
        }
    }
}
