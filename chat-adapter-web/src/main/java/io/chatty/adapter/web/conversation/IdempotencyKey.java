package io.chatty.adapter.web.conversation;

import io.chatty.adapter.web.ProblemException;
import io.chatty.domain.InvalidValueException;
import io.chatty.domain.Violation;
import io.chatty.domain.ViolationCode;
import io.chatty.domain.conversation.ClientMessageId;
import io.chatty.wire.JsonFields;
import io.chatty.wire.ProblemCode;
import io.chatty.wire.SendMessageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The header by which generic HTTP clients make a repeat safe; here it is the client message id in another place.
 *
 * @param id null if the header was left out
 */
record IdempotencyKey(@Nullable ClientMessageId id) {

    private static final String HEADER = "Idempotency-Key";
    private static final String FIELD = "clientMessageId";

    /** Reads the header; what is wrong with it is noted like what is wrong with the field that it stands for. */
    static IdempotencyKey read(HttpHeaders headers, JsonFields fields) {
        List<String> given = headers.getOrDefault(HEADER, List.of());
        if (given.isEmpty()) {
            return new IdempotencyKey(null);
        }
        if (given.size() > 1) {
            fields.reject(FIELD, ViolationCode.CONFLICT, "Idempotency-Key is given more than once.");
            return new IdempotencyKey(null);
        }
        try {
            return new IdempotencyKey(new ClientMessageId(given.get(0)));
        } catch (InvalidValueException e) {
            Violation violation = e.of(FIELD);
            fields.reject(FIELD, violation.code(), "Idempotency-Key: " + violation.detail());
            return new IdempotencyKey(null);
        }
    }

    /**
     * The request with the id from whichever place it was given in.
     *
     * @throws ProblemException {@code idempotency-key-mismatch} if both were given and differ
     */
    SendMessageRequest applyTo(SendMessageRequest request) {
        if (id == null) {
            return request;
        }
        if (request.clientMessageId() != null && !request.clientMessageId().equals(id)) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_MISMATCH);
        }
        return new SendMessageRequest(request.target(), id, request.text(), request.replyTo(), request.seen());
    }
}
