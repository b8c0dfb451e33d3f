package io.chatty.adapter.stomp;

import io.chatty.wire.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What a client sent cannot be read as a frame; the session is over. */
final class FrameException extends RuntimeException {

    private final ProblemCode code;
    private final @Nullable String receipt;

    private FrameException(ProblemCode code, @Nullable String receipt) {
        // An everyday answer to a client's mistake: it is not logged with a trace, so none is taken.
        super(code.code(), null, false, false);
        this.code = code;
        this.receipt = receipt;
    }

    static FrameException malformed(@Nullable String receipt) {
        return new FrameException(ProblemCode.MALFORMED_FRAME, receipt);
    }

    static FrameException tooLarge(@Nullable String receipt) {
        return new FrameException(ProblemCode.FRAME_TOO_LARGE, receipt);
    }

    ProblemCode code() {
        return code;
    }

    /** The receipt that the frame asked for, as far as that could be read. */
    @Nullable
    String receipt() {
        return receipt;
    }
}
