package io.chatty.domain;

/**
 * A value breaks the rule of its type. The value does not know the field it was given in, so whoever reads the field
 * catches this and reports a {@link Violation}.
 */
public final class InvalidValueException extends ChatException {

    private final ViolationCode violation;
    private final String detail;

    /**
     * @param violation which rule is broken
     * @param detail one English sentence for logs, without the refused value
     */
    public InvalidValueException(ViolationCode violation, String detail) {
        super(ErrorCode.VALIDATION_FAILED);
        this.violation = violation;
        this.detail = detail;
    }

    /** This refusal as that of the named field. */
    public Violation of(String field) {
        return new Violation(field, violation, detail);
    }

    @Override
    public String getMessage() {
        return detail;
    }
}
