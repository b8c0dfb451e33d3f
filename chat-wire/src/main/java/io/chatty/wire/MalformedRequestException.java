package io.chatty.wire;

/** A body is not one JSON object in UTF-8, or repeats a key. What parses and is wrong is a validation failure instead. */
public final class MalformedRequestException extends RuntimeException {

    public MalformedRequestException() {
        super("malformed request", null, false, false);
    }
}
