package io.chatty.adapter.mongo.conversation;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;

import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.Participants;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something on its way to the store. What changes belongs to the writer's thread; the answer may be given by any, and only
 * the first counts.
 *
 * @param <T> what may become of it
 */
abstract sealed class PendingWrite<T> permits PendingAppend, PendingChange {

    private static final Logger LOG = LoggerFactory.getLogger(PendingWrite.class);

    /** From arrival until the answer, whatever happens in between. */
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Participants participants;
    private final ConversationId conversation;
    private final Consumer<T> inOrder;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final long deadline = System.nanoTime() + DEADLINE_NANOS;

    private int clashes;
    private long notBefore = Long.MIN_VALUE;
    private @Nullable T outcome;
    private @Nullable RuntimeException refusal;

    PendingWrite(Participants participants, Consumer<T> inOrder) {
        this.participants = participants;
        this.conversation = participants.conversationId();
        this.inOrder = inOrder;
    }

    ConversationId conversation() {
        return conversation;
    }

    Participants participants() {
        return participants;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /** What is known of its storing; null while nothing is, or if it was refused. */
    @Nullable
    T outcome() {
        return outcome;
    }

    /** Whether there is nothing left to write for it. */
    boolean isSettled() {
        return outcome != null || refusal != null;
    }

    void settle(T known) {
        outcome = known;
    }

    /** Notes that nothing of it is stored, nor will be. */
    void settleRefused(RuntimeException reason) {
        refusal = reason;
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
        return answer.isDone() && !isSettled();
    }

    /** Answers that the outcome is unknown if the deadline has passed. */
    boolean expire(long now) {
        if (now - deadline >= 0 && !answer.isDone()) {
            refuse(TEMPORARILY_UNAVAILABLE.refusal());
        }
        return answer.isDone();
    }

    void refuse(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Hands the outcome out, also when the sender has given up: others are to hear of it. */
    void deliver() {
        T known = outcome;
        RuntimeException reason = refusal;
        if (known != null) {
            try {
                inOrder.accept(known);
                answer.complete(known);
            } catch (RuntimeException | Error defect) {
                LOG.error("What follows a message or a change has failed; it is stored itself.", defect);
                refuse(defect);
            }
        } else if (reason != null) {
            refuse(reason);
        }
    }
}
