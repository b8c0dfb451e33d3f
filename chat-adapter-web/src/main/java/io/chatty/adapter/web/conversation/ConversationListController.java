package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.Cursors;
import io.chatty.adapter.web.PageResponse;
import io.chatty.adapter.web.Query;
import io.chatty.application.conversation.ListConversationsUseCase;
import io.chatty.application.conversation.SyncQuery;
import io.chatty.application.conversation.SyncUseCase;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.ConversationFilter;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationPosition;
import io.chatty.domain.conversation.ConversationView;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.ConversationResponse;
import io.chatty.wire.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

@ApiController
final class ConversationListController {

    private final ListConversationsUseCase listConversations;
    private final SyncUseCase sync;
    private final Cursors cursors;
    private final SyncCursors syncCursors;

    ConversationListController(
            ListConversationsUseCase listConversations, SyncUseCase sync, Cursors cursors, SyncCursors syncCursors) {
        this.listConversations = listConversations;
        this.sync = sync;
        this.cursors = cursors;
        this.syncCursors = syncCursors;
    }

    @GetMapping("/conversations")
    CompletionStage<ResponseEntity<PageResponse<ConversationResponse>>> list(Session session, Query query) {
        UserId me = session.userId();
        int limit = query.limit();
        ConversationFilter given = query.word("filter", ConversationFilter.class);
        String cursor = query.text("cursor");
        query.check();
        Wanted wanted = new Wanted(me, given == null ? ConversationFilter.ALL : given, limit);
        if (cursor != null) {
            ConversationPosition after = position(cursors.open(wanted.list(), me, cursor));
            return CompletableFuture.completedFuture(page(wanted, after).answer(query));
        }
        // Taken before the list is read: what happens meanwhile is told to whoever asks with it.
        return sync.sync(new SyncQuery(me, null, 1, Duration.ZERO, CompletableFuture.completedFuture(null)))
                .thenApply(now -> page(wanted, null)
                        .withSync(syncCursors.seal(me, now.next()))
                        .answer(query));
    }

    private PageResponse<ConversationResponse> page(Wanted wanted, @Nullable ConversationPosition after) {
        List<ConversationView> found =
                listConversations.list(wanted.owner(), wanted.filter(), after, wanted.limit() + 1);
        return PageResponse.of(
                found,
                wanted.limit(),
                last -> cursors.seal(wanted.list(), wanted.owner(), position(last)),
                Bodies::conversation);
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

    private record Wanted(UserId owner, ConversationFilter filter, int limit) {

        /** Another filter is another list. */
        String list() {
            return "conversations?" + Words.write(filter);
        }
    }
}
