package io.chatty.wire;

import io.chatty.domain.ChatException;
import io.chatty.domain.ValidationException;
import io.chatty.domain.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param code what programs compare
 * @param requestId what the operator's log calls this request
 * @param errors what is wrong with which field; only for {@code validation-failed}
 */
public record ProblemResponse(
        String type,
        String title,
        int status,
        String code,
        String requestId,
        @Nullable List<FieldError> errors) {

    /** What a problem is sent as. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemResponse of(ProblemCode code, String requestId) {
        return of(code, requestId, null);
    }

    /** The problem of a refusal, with everything the caller may know of it. */
    public static ProblemResponse of(ChatException refusal, String requestId) {
        List<FieldError> errors = refusal instanceof ValidationException validation
                ? validation.violations().stream().map(FieldError::of).toList()
                : null;
        return of(ProblemCode.of(refusal.code()), requestId, errors);
    }

    private static ProblemResponse of(ProblemCode code, String requestId, @Nullable List<FieldError> errors) {
        return new ProblemResponse(code.path(), code.title(), code.status(), code.code(), requestId, errors);
    }

    /**
     * One broken rule.
     *
     * @param pointer a JSON pointer into the body, or {@code ?name} of a query parameter
     * @param detail English, for logs
     */
    public record FieldError(String pointer, String code, String detail) {

        static FieldError of(Violation violation) {
            String field = violation.field();
            return new FieldError(
                    field.startsWith("?") ? field : "/" + field, Words.write(violation.code()), violation.detail());
        }
    }
}
