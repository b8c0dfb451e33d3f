package io.chatty.adapter.stomp;

import io.chatty.domain.ChatException;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.wire.Json;
import io.chatty.wire.MalformedRequestException;
import io.chatty.wire.ProblemCode;
import io.chatty.wire.ProblemResponse;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How a SEND that was refused is answered: with a nack to the replies of the session; with ERROR where there is nobody to
 * hear a nack that a receipt promises, or where the session is of no use any more. Thread-safe.
 */
@Component
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final long USUAL_PAUSE_MILLIS = 1_000;
    private static final long ALMOST_A_MILLI = 999_999;

    void refuse(StompSession session, StompFrame frame, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Refusal refusal = refusal(cause, session.requestId(frame));
        String receipt = frame.receipt();
        if (refusal.endsSession()) {
            session.fail(refusal.code(), receipt);
        } else if (refusal.code() == ProblemCode.RATE_LIMITED && session.strike()) {
            session.fail(ProblemCode.RATE_LIMITED, receipt);
        } else if (session.subscriptions().reach(Destination.REPLIES)) {
            session.deliver(Destination.REPLIES, EncodedBody.of(nack(frame, refusal)));
        } else if (receipt != null) {
            session.fail(ProblemCode.REPLY_QUEUE_MISSING, receipt);
        }
    }

    private static Refusal refusal(Throwable cause, String requestId) {
        if (cause instanceof ChatException refused) {
            log.debug("{} refused: {}", requestId, refused.code());
            return new Refusal(
                    ProblemCode.of(refused.code()),
                    ProblemResponse.of(refused, requestId),
                    pauseMillis(refused),
                    StompErrors.endsSession(refused.code().category()));
        }
        if (cause instanceof MalformedRequestException) {
            return Refusal.of(ProblemCode.MALFORMED_REQUEST, requestId, null);
        }
        if (cause instanceof TooFastException tooFast) {
            return Refusal.of(ProblemCode.RATE_LIMITED, requestId, tooFast.retryAfterMillis());
        }
        log.error("{} failed", requestId, cause);
        return Refusal.of(ProblemCode.INTERNAL_ERROR, requestId, null);
    }

    private static @Nullable Long pauseMillis(ChatException refused) {
        if (refused instanceof RateLimitedException limited) {
            // Rounded up: whoever waits that long is not too early.
            return limited.retryAfter().plusNanos(ALMOST_A_MILLI).toMillis();
        }
        return refused.code().category() == ErrorCode.Category.UNAVAILABLE ? USUAL_PAUSE_MILLIS : null;
    }

    private static Nack nack(StompFrame frame, Refusal refusal) {
        return new Nack("nack", reference(frame), refusal.problem(), refusal.retryAfterMs());
    }

    /** What the client calls the command: the message by its own name for it, else the frame by its receipt. */
    private static @Nullable String reference(StompFrame frame) {
        try {
            ClientMessageId id = Json.readObject(frame.body())
                    .optional("clientMessageId", ClientMessageId::new)
                    .orNull();
            return id == null ? frame.receipt() : id.value();
        } catch (MalformedRequestException e) {
            return frame.receipt();
        }
    }

    private record Refusal(
            ProblemCode code,
            ProblemResponse problem,
            @Nullable Long retryAfterMs,
            boolean endsSession) {

        static Refusal of(ProblemCode code, String requestId, @Nullable Long retryAfterMs) {
            return new Refusal(code, ProblemResponse.of(code, requestId), retryAfterMs, false);
        }
    }

    private record Nack(
            String type,
            @Nullable String re,
            ProblemResponse problem,
            @Nullable Long retryAfterMs) {}
}
