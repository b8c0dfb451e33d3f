package io.chatty.domain;

/**
 * A refusal: the caller's wish cannot be fulfilled, for a reason that the caller may know. It never reports a bug.
 *
 * <p>A subclass exists only where code catches it by type or it carries data; everything else is
 * {@code throw NOT_FOUND.refusal()}.
 */
public class ChatException extends RuntimeException {

    private final ErrorCode code;

    public ChatException(ErrorCode code) {
        // A refusal is an everyday answer: it is not logged with a trace, so none is taken.
        super(code.name(), null, false, false);
        this.code = code;
    }

    /**
     * A refusal caused by a failure below, which stays attached for the operator's log and is never shown to the caller.
     */
    public ChatException(ErrorCode code, Throwable cause) {
        super(code.name(), cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
