package io.chatty.application.conversation;

import io.chatty.domain.ChatException;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationRepository;
import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.conversation.SyncReader;
import io.chatty.domain.conversation.SyncStep;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class SyncService implements SyncUseCase {

    private final SyncReader reader;
    private final ConversationRepository conversations;
    private final ConversationViewer viewer;
    private final Doorbells doorbells;
    private final ScheduledExecutorService waiting;

    SyncService(
            SyncReader reader,
            ConversationRepository conversations,
            ConversationViewer viewer,
            Doorbells doorbells,
            ScheduledExecutorService waiting) {
        this.reader = reader;
        this.conversations = conversations;
        this.viewer = viewer;
        this.doorbells = doorbells;
        this.waiting = waiting;
    }

    @Override
    public CompletionStage<SyncPage> sync(SyncQuery query) {
        try {
            SyncCursor since = query.since();
            if (since == null) {
                return CompletableFuture.completedFuture(new SyncPage(List.of(), reader.start(query.user()), false));
            }
            return query.patience().isZero()
                    ? CompletableFuture.completedFuture(look(query, since, List.of()))
                    : watch(query, since);
        } catch (ChatException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private CompletionStage<SyncPage> watch(SyncQuery query, SyncCursor since) {
        // The bell hangs before the first look: what happens between the two rings it.
        CompletableFuture<List<ConversationId>> bell = doorbells.hang(query.user());
        try {
            SyncPage first = look(query, since, List.of());
            if (!first.conversations().isEmpty()) {
                bell.complete(List.of());
                return CompletableFuture.completedFuture(first);
            }
        } catch (ChatException refusal) {
            bell.complete(List.of());
            throw refusal;
        }
        endInTime(query, bell);
        CompletableFuture<SyncPage> answer = new CompletableFuture<>();
        bell.whenCompleteAsync(
                (rung, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                        return;
                    }
                    try {
                        answer.complete(look(query, since, rung));
                    } catch (RuntimeException refusal) {
                        answer.completeExceptionally(refusal);
                    }
                },
                waiting);
        return answer;
    }

    private void endInTime(SyncQuery query, CompletableFuture<List<ConversationId>> bell) {
        query.end().whenComplete((nothing, failure) -> {
            if (failure == null) {
                bell.complete(List.of());
            } else {
                bell.completeExceptionally(failure);
            }
        });
        Future<?> alarm = waiting.schedule(
                () -> bell.complete(List.of()), query.patience().toNanos(), TimeUnit.NANOSECONDS);
        bell.whenComplete((rung, failure) -> alarm.cancel(false));
    }

    /** @param rung shown if the store does not know yet what rang, as with marks, which are written a little later */
    private SyncPage look(SyncQuery query, SyncCursor since, List<ConversationId> rung) {
        SyncStep step = reader.step(query.user(), since, query.limit());
        List<ConversationId> shown = step.changed().isEmpty() ? rung : step.changed();
        return new SyncPage(viewer.view(conversations.findAll(shown, query.user())), step.next(), step.hasMore());
    }
}
