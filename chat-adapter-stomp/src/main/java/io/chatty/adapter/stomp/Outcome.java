package io.chatty.adapter.stomp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was not refused.
 *
 * @param ack what the session is told about it besides the receipt, or null
 */
public record Outcome(@Nullable Ack ack) {

    private static final Outcome SILENT = new Outcome(null);

    /** It is done, and there is nothing to say about it. */
    public static CompletionStage<Outcome> accepted() {
        return CompletableFuture.completedFuture(SILENT);
    }

    /**
     * A message was stored.
     *
     * @param re what the sender calls it, or null if he called it nothing
     * @param replayed whether an earlier attempt had stored it
     * @param message as the sender sees it
     */
    public record Ack(@Nullable String re, boolean replayed, Object message) {}
}
