package io.chatty.adapter.web;

import io.chatty.wire.ProblemCode;

/** A refusal that only HTTP knows, so that it has no {@link io.chatty.domain.ErrorCode}. */
public final class ProblemException extends RuntimeException {

    private final ProblemCode code;

    public ProblemException(ProblemCode code) {
        // An everyday answer: it is not logged with a trace, so none is taken.
        super(code.code(), null, false, false);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
