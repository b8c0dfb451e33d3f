package io.chatty.bootstrap.operation;

import org.jspecify.annotations.Nullable;

/** An operation cannot be done. The message is one sentence that tells the operator what to do about it. */
public class OperationException extends RuntimeException {

    OperationException(String sentence) {
        this(sentence, null);
    }

    OperationException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
