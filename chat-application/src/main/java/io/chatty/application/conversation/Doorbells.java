package io.chatty.application.conversation;

import io.chatty.domain.conversation.ConversationEvent;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.ConversationUpdated;
import io.chatty.domain.conversation.MessageEvent;
import io.chatty.domain.conversation.ReceiptsUpdated;
import io.chatty.domain.conversation.SyncRequired;
import io.chatty.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** One bell for each device that waits for something to happen to its person; it rings once. Thread-safe. */
final class Doorbells {

    /** The bells of each person, the oldest first. */
    private final ConcurrentMap<UserId, List<CompletableFuture<List<ConversationId>>>> bells =
            new ConcurrentHashMap<>();

    /**
     * Hangs a bell up, which comes off by itself when it is complete; where too many hang, the oldest is completed.
     *
     * @return completes with where something happened; with nothing where that is not known
     */
    CompletableFuture<List<ConversationId>> hang(UserId user) {
        CompletableFuture<List<ConversationId>> bell = new CompletableFuture<>();
        List<CompletableFuture<List<ConversationId>>> hanging = bells.merge(user, List.of(bell), Doorbells::concat);
        bell.whenComplete((rung, failure) -> bells.computeIfPresent(user, (key, all) -> without(all, bell)));
        hanging.subList(0, Math.max(0, hanging.size() - SyncUseCase.MAX_WAITING))
                .forEach(oldest -> oldest.complete(List.of()));
        return bell;
    }

    /** Rings all bells of a person for what shows in his conversations. */
    void ring(UserId user, ConversationEvent event) {
        if (event instanceof MessageEvent message) {
            ring(user, List.of(message.conversationId()));
        } else if (event instanceof ReceiptsUpdated receipts) {
            ring(user, List.of(receipts.conversationId()));
        } else if (event instanceof ConversationUpdated settings) {
            ring(user, List.of(settings.conversationId()));
        } else if (event instanceof SyncRequired) {
            ring(user, List.of());
        }
    }

    /** Rings all bells of a person for something that may be anywhere. */
    void ring(UserId user) {
        ring(user, List.of());
    }

    private void ring(UserId user, List<ConversationId> rung) {
        bells.getOrDefault(user, List.of()).forEach(bell -> bell.complete(rung));
    }

    private static <T> List<T> concat(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static @Nullable List<CompletableFuture<List<ConversationId>>> without(
            List<CompletableFuture<List<ConversationId>>> all, CompletableFuture<List<ConversationId>> one) {
        List<CompletableFuture<List<ConversationId>>> rest =
                all.stream().filter(bell -> bell != one).toList();
        return rest.isEmpty() ? null : rest;
    }
}
