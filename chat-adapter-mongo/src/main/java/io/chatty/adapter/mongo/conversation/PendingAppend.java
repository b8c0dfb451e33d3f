package io.chatty.adapter.mongo.conversation;

import static io.chatty.domain.ErrorCode.TEMPORARILY_UNAVAILABLE;
import static java.util.Objects.requireNonNull;

import io.chatty.domain.conversation.AppendOutcome;
import io.chatty.domain.conversation.AppendOutcome.Appended;
import io.chatty.domain.conversation.AppendOutcome.Replayed;
import io.chatty.domain.conversation.ConversationId;
import io.chatty.domain.conversation.MessageDraft;
import io.chatty.domain.conversation.Participants;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A draft on its way to the store. What changes belongs to the writer's thread; the answer may be given by any, and only
 * the first counts.
 */
final class PendingAppend {

    private static final Logger LOG = LoggerFactory.getLogger(PendingAppend.class);

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

    /** When the message was sent that is stored by now; empty if none is. */
    Optional<Instant> storedAt() {
        if (outcome instanceof Appended appended) {
            return Optional.of(appended.message().sentAt());
        }
        return outcome instanceof Replayed replayed
                ? Optional.of(replayed.message().sentAt())
                : Optional.empty();
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

    void refuse(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Hands the outcome out, also when the sender has given up: others are to hear of the message. */
    void deliver() {
        AppendOutcome known = requireNonNull(outcome);
        try {
            inOrder.accept(known);
            answer.complete(known);
        } catch (RuntimeException | Error defect) {
            LOG.error("What follows a message has failed; the message itself is stored.", defect);
            answer.completeExceptionally(defect);
        }
    }
}
