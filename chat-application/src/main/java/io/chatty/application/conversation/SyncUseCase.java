package io.chatty.application.conversation;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Becomes whole again after an absence of any length, and stays so without a live connection. Thread-safe. */
public interface SyncUseCase {

    /** Longest time that anybody waits. */
    Duration MAX_WAIT = Duration.ofSeconds(25);

    /** Most people's devices that wait at once, for one person; one more ends the waiting of the oldest. */
    int MAX_WAITING = 4;

    /**
     * Tells in which of a person's conversations anything happened since a cursor: a message, a change, a mark, a setting.
     * Whoever follows the cursors misses nothing. Nothing is stored for it, and a cursor never expires.
     *
     * <p>Where nothing has happened, it waits without holding a thread: until something does, the time is up, or {@link
     * SyncQuery#end()} ends it.
     *
     * @return fails with a {@link io.chatty.domain.ChatException}: {@code SYNC_RESET} for a cursor of another epoch, {@code
     *     TEMPORARILY_UNAVAILABLE}, or what {@link SyncQuery#end()} failed with
     */
    CompletionStage<SyncPage> sync(SyncQuery query);
}
