package io.chatty.domain;

import java.util.List;

/** One or more fields break a rule; all that were found are reported together. */
public final class ValidationException extends ChatException {

    private final transient List<Violation> violations;

    /** @param violations at least one */
    public ValidationException(List<Violation> violations) {
        super(ErrorCode.VALIDATION_FAILED);
        this.violations = List.copyOf(violations);
    }

    public static ValidationException of(String field, ViolationCode code, String detail) {
        return new ValidationException(List.of(new Violation(field, code, detail)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
