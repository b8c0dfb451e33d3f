package io.chatty.adapter.mongo.conversation;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.Participants;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A draft on its way to the store. What changes belongs to the writer's thread; the answer may be given by any, and only
 * the first counts.
 */
final class PendingAppend {

    /** From arrival until the answer, whatever happens in between. */
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MessageDraft draft;
    private final ConversationId conversation;
    private final Consumer<AppendOutcome> inOrder;
    private final CompletableFuture<AppendOutcome> answer = new CompletableFuture<>();
    private final long deadline = System.nanoTime() + DEADLINE_NANOS;

    private int clashes;
    private boolean doubtful;
    private long notBefore = Long.MIN_VALUE;
    private @Nullable AppendOutcome outcome;

    PendingAppend(MessageDraft draft, Consumer<AppendOutcome> inOrder) {
        this.draft = draft;
        this.conversation = draft.participants().conversationId();
        this.inOrder = inOrder;
    }

    MessageDraft draft() {
        return draft;
    }

    ConversationId conversation() {
        return conversation;
    }

    Participants participants() {
        return draft.participants();
    }

    CompletableFuture<AppendOutcome> answer() {
        return answer;
    }

    /** What is known of its storing; null while nothing is. */
    @Nullable
    AppendOutcome outcome() {
        return outcome;
    }

    void settle(AppendOutcome known) {
        outcome = known;
    }

    /** Notes that an attempt may have stored it, or may yet. */
    void doubt() {
        doubtful = true;
    }

    /** Whether a message that bears its client message id can be the work of an earlier attempt. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Counts one more number that somebody else had taken. */
    int clashed() {
        return ++clashes;
    }

    void pauseFor(long nanos) {
        notBefore = System.nanoTime() + nanos;
    }

    /** How long it still has to pause, in nanoseconds; 0 or less if it need not. */
    long pause(long now) {
        return notBefore == Long.MIN_VALUE ? 0 : notBefore - now;
    }

    /** Whether its sender has given up on it: then what is not stored is not stored any more. */
    boolean isAbandoned() {
        return answer.isDone() && outcome == null;
    }

    /** Answers that the outcome is unknown if the deadline has passed. */
    boolean expire(long now) {
        if (now - deadline >= 0 && !answer.isDone()) {
            refuse(TEMPORARILY_UNAVAILABLE.refusal());
        }
        return answer.isDone();
    }

    void refuse(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }

    /** Hands the outcome out, also when the sender has given up: others are to hear of the message. */
    void deliver() {
        AppendOutcome known = outcome;
        if (known != null) {
            try {
                inOrder.accept(known);
            } finally {
                answer.complete(known);
            }
        }
    }
}
