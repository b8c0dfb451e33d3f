package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.OpenPolls;
import io.chatty.adapter.web.Query;
import io.chatty.application.conversation.SyncPage;
import io.chatty.application.conversation.SyncQuery;
import io.chatty.application.conversation.SyncUseCase;
import io.chatty.domain.auth.Session;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.user.UserId;
import io.chatty.wire.Bodies;
import io.chatty.wire.ConversationResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.async.DeferredResult;

/** What happened to a person, told when it happens, without a thread that waits for it. */
@ApiController
final class SyncController {

    /** Longer than any store takes to say that it does not know. */
    private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(20);

    private final SyncUseCase sync;
    private final SyncCursors cursors;
    private final OpenPolls polls;

    SyncController(SyncUseCase sync, SyncCursors cursors, OpenPolls polls) {
        this.sync = sync;
        this.cursors = cursors;
        this.polls = polls;
    }

    @GetMapping("/sync")
    DeferredResult<SyncResponse> sync(Session session, Query query) {
        UserId me = session.userId();
        String since = query.text("since");
        Long wait = query.number("wait", 0, SyncUseCase.MAX_WAIT.toSeconds());
        int limit = query.limit();
        query.check();
        SyncCursor known = since == null ? null : cursors.open(me, since);
        Duration patience = Duration.ofSeconds(wait == null ? 0 : wait);
        CompletionStage<SyncPage> page = patience.isZero()
                ? sync.sync(new SyncQuery(me, known, limit, patience, CompletableFuture.completedFuture(null)))
                : poll(session, known, limit, patience);
        DeferredResult<SyncResponse> answer =
                new DeferredResult<>(patience.plus(ANSWER_DEADLINE).toMillis());
        page.whenComplete((found, failure) -> {
            if (failure == null) {
                answer.setResult(response(me, found));
            } else {
                answer.setErrorResult(cause(failure));
            }
        });
        return answer;
    }

    private CompletionStage<SyncPage> poll(Session session, @Nullable SyncCursor known, int limit, Duration patience) {
        OpenPolls.Poll poll = polls.open(session);
        try {
            return sync.sync(new SyncQuery(session.userId(), known, limit, patience, poll.end()))
                    .whenComplete((found, failure) -> polls.close(poll));
        } catch (RuntimeException bug) {
            polls.close(poll);
            throw bug;
        }
    }

    private SyncResponse response(UserId me, SyncPage page) {
        return new SyncResponse(
                page.conversations().stream().map(Bodies::conversation).toList(),
                cursors.seal(me, page.next()),
                page.hasMore());
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /**
     * What happened.
     *
     * @param conversations those in which something happened, as they are now
     * @param next the cursor to ask with the next time
     * @param hasMore whether more has happened than is told here
     */
    record SyncResponse(List<ConversationResponse> conversations, String next, boolean hasMore) {}
}
