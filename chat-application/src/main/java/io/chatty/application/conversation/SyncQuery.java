package io.chatty.application.conversation;

import io.chatty.domain.conversation.SyncCursor;
import io.chatty.domain.user.UserId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a device knows, and how long it waits for more.
 *
 * @param since up to where it knows what happened; null to begin from now
 * @param limit most conversations, from 1
 * @param patience how long to wait for something to happen, at most {@link SyncUseCase#MAX_WAIT}; zero: not at all
 * @param end ends the waiting when it completes: with what there is, or, if it fails, with the same failure
 */
public record SyncQuery(
        UserId user, @Nullable SyncCursor since, int limit, Duration patience, CompletionStage<?> end) {}
