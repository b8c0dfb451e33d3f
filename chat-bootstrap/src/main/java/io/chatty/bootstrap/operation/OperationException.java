package io.chatty.bootstrap.operation;

/** An operation cannot be done. The message is one sentence that tells the operator what to do about it. */
public class OperationException extends RuntimeException {

    OperationException(String sentence) {
        super(sentence);
    }
}
